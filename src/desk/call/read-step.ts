import { english } from '#modules/councils';
import {
  type Answer,
  type Answers,
  answersOn,
  errorsOf,
  type FieldQuestion,
  type Form,
  type FoundAddresses,
  hasParts,
  isFieldQuestion,
  lastOf,
  type Question,
  readAnswer,
  typedFor,
  typedValues,
  walk,
  withAnswers,
} from '#modules/questions';
import { formOf } from '#modules/services';
import type { SubmittedForm } from '#platform/http/read-form';
import type { Errors, Values } from '#ui';
import { today } from '../../portal/report/on-report.ts';
import { addressesOn } from './addresses-on.ts';
import { quiet, type StepScreen } from './form-screen.ts';
import type { TakenFacts } from './taken-facts.ts';

interface ReadStep {
  /** All answers that hold, with those of this screen. */
  answers: Answers;
  errors: Errors;
  values: Values;
}

/**
 * All questions of a step as they were answered on one screen. A question that does not apply to the answers before it
 * is not asked for and not kept; what was typed is given back for all of them.
 */
export async function readStep(taken: TakenFacts, screen: StepScreen, typed: SubmittedForm): Promise<ReadStep> {
  const reader = new StepReader(taken, screen, await addressesOn(taken, screen, lastOf(typed.fields)));
  for (const { question } of screen.questions) {
    if (isFieldQuestion(question)) reader.field(question, typed);
    else reader.lookedUp(question);
  }
  return reader.result();
}

class StepReader {
  readonly #form: Form;
  readonly #screen: StepScreen;
  readonly #before: Answers;
  readonly #today: string;
  readonly #addresses: FoundAddresses;
  readonly #errors: Record<string, string> = {};
  readonly #values: Record<string, unknown> = {};
  #given: Readonly<Record<string, Answer>> = {};

  constructor(taken: TakenFacts, screen: StepScreen, addresses: FoundAddresses) {
    this.#addresses = addresses;
    this.#form = quiet(formOf(taken.service));
    this.#screen = screen;
    this.#before = taken.state.answers;
    this.#today = today(taken);
  }

  field(question: FieldQuestion, { fields }: SubmittedForm): void {
    const typed = typedFor(question, fields, { today: this.#today, addresses: this.#addresses });
    Object.assign(this.#values, typedValues(question, typed));
    if (!this.#isAsked(question)) return;
    const kept = question.kind === 'bank' ? this.#sameAccount(question, typed.parts ?? {}) : undefined;
    const read = kept ? { ok: true as const, answer: kept } : readAnswer(question, typed);
    if (read.ok) this.#given = { ...this.#given, [question.id]: read.answer };
    else Object.assign(this.#errors, errorsOf(question, read));
  }

  /** A place is chosen beside the questions. Files cannot be handed over a telephone: they follow, or are shown. */
  lookedUp({ id, kind, required }: Question): void {
    if (id in answersOn(this.#screen, this.#before)) return;
    if (kind === 'place' && required) this.#errors['where'] = 'Say where it is first';
    else this.#given = { ...this.#given, [id]: kind === 'place' ? '' : [] };
  }

  result(): ReadStep {
    const stood = this.#walk();
    const at = stood.problem?.at;
    const isHere = this.#screen.questions.some(({ question }) => question.id === at);
    if (Object.keys(this.#errors).length === 0 && stood.problem && at !== undefined && isHere) {
      this.#errors[at] = english(stood.problem.say);
    }
    return { answers: stood.held, errors: this.#errors, values: this.#values };
  }

  /** Numbers of an account are never shown again, so leaving them empty beside the same name keeps them. */
  #sameAccount({ id }: Question, typed: Readonly<Record<string, string>>): Answer | undefined {
    const before = answersOn(this.#screen, this.#before)[id];
    const isUntouched = typed['sort-code'] === '' && typed['account'] === '';
    return isUntouched && hasParts(before) && before.parts['holder'] === typed['holder']?.trim() ? before : undefined;
  }

  #isAsked(question: Question): boolean {
    const { step, item } = this.#screen;
    return this.#walk().asks.some(
      (ask) => ask.step.id === step.id && ask.item === item && ask.questions.includes(question),
    );
  }

  #walk() {
    return walk(this.#form, { answers: withAnswers(this.#screen, this.#before, this.#given), today: this.#today });
  }
}
