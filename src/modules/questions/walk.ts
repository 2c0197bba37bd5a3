import { type Answer, type Answers, type GroupItem, groupItems } from './answers.ts';
import { type Form, type FormStep, itemShape, type Test } from './compile-form.ts';
import { emptyValue } from './empty-value.ts';
import { figuresOn } from './figure-schema.ts';
import type { Check, Outcome, Step } from './form-schema.ts';
import { kindOf } from './kinds/index.ts';
import type { Question } from './question-schema.ts';
import { type Decided, ruleName, type Scope } from './rules.ts';

/** One page of the web form: a question, the questions of a step that are asked together, or "add another?". */
export interface Ask {
  /** Its name in an address: `income`, `child-name.2`, `children.more`. */
  readonly key: string;
  readonly kind: 'questions' | 'more';
  readonly step: Step;
  /** Which item of a step that repeats, from 0; null outside of one. */
  readonly item: number | null;
  readonly questions: readonly Question[];
}

/** Where a person stands in a form. */
export interface Walk {
  /** Every page that applies, in order, as far as the answers say. */
  readonly asks: readonly Ask[];
  /** The first page with something left to answer; null when the form is done or has ended early. */
  readonly next: Ask | null;
  /** Why a page must be looked at again though it was answered. */
  readonly problem: Check | null;
  /** The result that must be told now, or that ended the form. */
  readonly outcome: Outcome | null;
  /** The answers that hold, those of repeating steps too: what a submission keeps. */
  readonly held: Answers;
  /** Computed values by id; null where one cannot be worked out. */
  readonly values: Readonly<Record<string, unknown>>;
  /** What rules about the whole form see. */
  readonly scope: Scope;
}

interface Given {
  answers: Answers;
  /** The council's calendar date, `YYYY-MM-DD`. */
  today: string;
  /** Outcomes that were read before going on, by id. */
  told?: readonly string[];
}

/** "Nothing more to add" to a step that repeats is an answer too. */
export const moreKey = (step: Pick<Step, 'id'>): string => `${step.id}.more`;

/**
 * Walk a form with the answers so far. A pure function of its arguments, so that web, desk and any other channel ask the
 * same. Every path ends: the definition lists its questions once, each is passed once, and a condition looks back only.
 */
export function walk(form: Form, given: Given): Walk {
  const walker = new Walker(form, given);
  for (const step of form.steps) {
    if (walker.isOver) break;
    walker.step(step);
  }
  return walker.result();
}

class Walker {
  readonly #form: Form;
  readonly #given: Given;
  readonly #scope: Record<string, unknown>;
  readonly #held: Record<string, Answer> = {};
  readonly #asks: Ask[] = [];
  #next: Ask | null = null;
  #problem: Check | null = null;
  #outcome: Outcome | null = null;

  constructor(form: Form, given: Given) {
    this.#form = form;
    this.#given = given;
    this.#scope = {
      ...form.nothing,
      ...figureScope(form, given.today),
      answered: { ...(form.nothing['answered'] as object) },
      today: new Date(`${given.today}T00:00:00Z`),
    };
  }

  get isOver(): boolean {
    return this.#outcome !== null;
  }

  step(formStep: FormStep): void {
    const { step, showIf } = formStep;
    const isShown = this.#applies(showIf, this.#scope, this.#held);
    if (isShown && step.repeat) this.#group(formStep);
    else if (isShown) this.#plain(formStep);
    else this.#passOver(formStep);
  }

  /** What hangs on a question that is not asked is decided all the same. */
  #passOver({ questions }: FormStep): void {
    for (const { position } of questions) {
      if (this.#next || this.isOver) return;
      this.#settle(position);
    }
  }

  result(): Walk {
    const values = this.#byRuleName(this.#scope);
    return {
      asks: this.#asks,
      next: this.isOver ? null : this.#next,
      problem: this.#problem,
      outcome: this.#outcome,
      held: this.#held,
      values: Object.fromEntries(this.#form.values.map(({ value }) => [value.id, values[ruleName(value.id)] ?? null])),
      scope: { ...this.#scope, ...values },
    };
  }

  #plain({ step, questions }: FormStep): void {
    const together: Question[] = [];
    const page: Ask = { key: step.id, kind: 'questions', step, item: null, questions: together };
    for (const { question, showIf, position } of questions) {
      if (this.isOver) break;
      if (!this.#applies(showIf, this.#scope, this.#held)) {
        if (!this.#next) this.#settle(position);
        continue;
      }
      const ask = step.together
        ? page
        : { key: question.id, kind: 'questions' as const, step, item: null, questions: [question] };
      if (step.together) together.push(question);
      if (!step.together || together.length === 1) this.#asks.push(ask);
      this.#take(question, this.#given.answers[question.id], ask);
      if (!this.#next) this.#settle(position, ask);
    }
  }

  #take(question: Question, answer: Answer | undefined, ask: Ask): void {
    if (answer === undefined) {
      this.#next ??= ask;
      return;
    }
    this.#held[question.id] = answer;
    if (answer === '') return;
    const name = ruleName(question.id);
    this.#scope[name] = kindOf(question).value(answer, question);
    (this.#scope['answered'] as Record<string, boolean>)[name] = true;
  }

  #group(formStep: FormStep): void {
    const { step } = formStep;
    const given = groupItems(this.#given.answers[step.id]);
    const most = step.repeat?.most ?? 1;
    const items: GroupItem[] = [];
    for (let index = 0; index < Math.max(1, Math.min(given.length, most)); index++) {
      items.push(this.#item(formStep, index, given[index]));
    }
    this.#held[step.id] = items.filter(({ answers }) => Object.keys(answers).length > 0);
    this.#scope[ruleName(step.id)] = items.map(({ answers }) => itemValue(step, answers));
    const more = this.#given.answers[moreKey(step)];
    const ask: Ask = { key: moreKey(step), kind: 'more', step, item: null, questions: [] };
    this.#asks.push(ask);
    if (more === undefined && !this.#next) this.#next = ask;
    if (more !== undefined) this.#held[moreKey(step)] = more;
    if (!this.#next) this.#settle(formStep.questions.at(-1)?.position ?? 0, ask);
  }

  #item({ step, questions }: FormStep, index: number, given: GroupItem | undefined): GroupItem {
    const held: Record<string, Answer> = {};
    const scope: Record<string, unknown> = { ...this.#scope, ...itemValue(step, {}) };
    const together: Question[] = [];
    for (const { question, showIf } of questions) {
      if (!this.#applies(showIf, scope, { ...this.#held, ...held })) continue;
      together.push(question);
      const ask = itemAsk(step, index, step.together ? together : [question]);
      if (!step.together || together.length === 1) this.#asks.push(ask);
      const answer = given?.answers[question.id];
      if (answer === undefined) this.#next ??= ask;
      else {
        held[question.id] = answer;
        if (answer !== '') scope[ruleName(question.id)] = kindOf(question).value(answer, question);
      }
    }
    return { id: given?.id ?? String(index + 1), answers: held };
  }

  /** Undecided conditions ask rather than leave out: a person may know what a rule could not work out. */
  #applies(test: Test | null, scope: Scope, answers: Readonly<Record<string, unknown>>): boolean {
    if (!test) return true;
    return test.holds(this.#withValues(test.names, scope), answers) ?? true;
  }

  /** Everything that is decided once the question at this position is: what does not fit, and what must be told. */
  #settle(position: number, ask?: Ask): void {
    const failed = this.#form.checks.find(
      (check) => check.position === position && this.#decide(check.rule) === false,
    )?.thing;
    if (failed) {
      this.#problem = failed;
      this.#next = this.#asks.find(({ questions }) => questions.some(({ id }) => id === failed.at)) ?? ask ?? null;
      return;
    }
    const told = this.#given.told ?? [];
    this.#outcome =
      this.#form.outcomes.find(
        ({ thing, rule, position: at }) =>
          at === position && !(thing.mayGoOn && told.includes(thing.id)) && this.#decide(rule) === true,
      )?.thing ?? null;
  }

  #decide(rule: { names: ReadonlySet<string>; run: (scope: Scope) => Decided }): unknown {
    const result = rule.run(this.#withValues(rule.names, this.#scope));
    return result.ok ? result.value : undefined;
  }

  /** The scope with the computed values that are wanted, and those which these need. */
  #withValues(names: ReadonlySet<string>, scope: Scope): Scope {
    const needed = this.#form.values.some(({ value }) => names.has(ruleName(value.id)));
    return needed ? { ...scope, ...this.#byRuleName(scope) } : scope;
  }

  #byRuleName(scope: Scope): Record<string, unknown> {
    const values: Record<string, unknown> = {};
    for (const { value, rule } of this.#form.values) {
      const result = rule.run({ ...scope, ...values });
      // A name that is missing makes what looks at it undecided too, instead of taking nothing for zero.
      if (result.ok) values[ruleName(value.id)] = result.value;
    }
    return values;
  }
}

function figureScope({ definition }: Form, today: string): Scope {
  return Object.fromEntries(
    [...figuresOn(definition.figures, today)].map(([id, { value }]) => [ruleName(id), BigInt(value)]),
  );
}

/** The first of several has the plain name, so that a form with one person has plain addresses. */
function itemAsk(step: Step, item: number, questions: readonly Question[]): Ask {
  const name = step.together ? step.id : (questions[0]?.id ?? step.id);
  return { key: item === 0 ? name : `${name}.${item + 1}`, kind: 'questions', step, item, questions };
}

function itemValue(step: Step, answers: Answers): Record<string, unknown> {
  const known = itemShape(step);
  return Object.fromEntries(
    step.questions.flatMap((question) => {
      const name = ruleName(question.id);
      if (!(name in known)) return [];
      const answer = answers[question.id];
      const value =
        answer === undefined || answer === ''
          ? emptyValue(kindOf(question).shape(question))
          : kindOf(question).value(answer, question);
      return [[name, value] as const];
    }),
  );
}
