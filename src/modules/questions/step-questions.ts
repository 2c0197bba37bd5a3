import type { Form } from './compile-form.ts';
import type { Question } from './question-schema.ts';
import { ruleName } from './rules.ts';
import type { Ask, Walk } from './walk.ts';

/** One question where all of a step stand on one screen. */
export interface StepQuestion {
  readonly question: Question;
  /** Another question on the same screen decides whether it is asked. */
  readonly isConditional: boolean;
}

/**
 * The questions of a step, or of one item of a step that repeats, for a screen that shows them all: those that apply, and
 * those that still may, since what decides them is asked beside them. What earlier steps ruled out is left out.
 */
export function stepQuestions(form: Form, { asks }: Walk, where: Pick<Ask, 'step' | 'item'>): StepQuestion[] {
  const found = form.steps.find(({ step }) => step.id === where.step.id);
  if (!found) return [];
  const applying = new Set(
    asks.filter(({ step, item }) => step.id === where.step.id && item === where.item).flatMap((ask) => ask.questions),
  );
  const here = new Set(found.questions.map(({ question }) => ruleName(question.id)));
  return found.questions.flatMap(({ question, showIf }) => {
    const isConditional = showIf !== null && looksAt(form, showIf.names, here);
    return isConditional || applying.has(question) ? [{ question, isConditional }] : [];
  });
}

/** Whether one of these names is among `wanted`, or is worked out from one that is. */
function looksAt(form: Form, names: ReadonlySet<string>, wanted: ReadonlySet<string>): boolean {
  const seen = new Set(names);
  for (const { value, rule } of [...form.values].reverse()) {
    if (seen.has(ruleName(value.id))) for (const name of rule.names) seen.add(name);
  }
  return [...seen].some((name) => wanted.has(name));
}
