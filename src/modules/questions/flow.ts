import { type Answers, type GroupItem, groupItems } from './answers.ts';
import type { Question } from './question-schema.ts';
import { type Ask, moreKey, type Walk } from './walk.ts';

/** The page of this name on the way that the answers lead; undefined where it does not apply. */
export function askNamed({ asks }: Walk, key: string): Ask | undefined {
  return asks.find((ask) => ask.key === key);
}

/** The page before this one on the way that the answers lead; null for the first. */
export function askBefore({ asks }: Walk, key: string): Ask | null {
  return asks[asks.findIndex((ask) => ask.key === key) - 1] ?? null;
}

/** Every question that applies to these answers, in order, answered or not. */
export function shownQuestions({ asks }: Walk): readonly Question[] {
  return asks.flatMap(({ questions }) => questions);
}

/** What was answered on this page before: of an item of a repeating step, what was said about that one. */
export function answersOn({ step, item }: Pick<Ask, 'step' | 'item'>, answers: Answers): Answers {
  return item === null ? answers : (groupItems(answers[step.id])[item]?.answers ?? {});
}

/** The answers with those of one page put in. Later ones stay; whether they still hold, `walk` says. */
export function withAnswers({ step, item }: Pick<Ask, 'step' | 'item'>, answers: Answers, given: Answers): Answers {
  if (item === null) return { ...answers, ...given };
  const items = [...groupItems(answers[step.id])];
  items[item] = { id: items[item]?.id ?? String(item + 1), answers: { ...items[item]?.answers, ...given } };
  return { ...answers, [step.id]: items };
}

/** One more item of a repeating step, or no more. */
export function withMore({ step }: Pick<Ask, 'step'>, answers: Answers, more: boolean, id: string): Answers {
  if (!more) return { ...answers, [moreKey(step)]: false };
  const items: GroupItem[] = [...groupItems(answers[step.id]), { id, answers: {} }];
  return without({ ...answers, [step.id]: items }, moreKey(step));
}

/** The answers without one item of a repeating step, by its id: its place in the list may have changed since it was shown. */
export function withoutItem({ step }: Pick<Ask, 'step'>, answers: Answers, itemId: string): Answers {
  const items = groupItems(answers[step.id]).filter(({ id }) => id !== itemId);
  return without({ ...answers, [step.id]: items }, moreKey(step));
}

/** What is submitted: the answers that hold, without the "no more" of repeating steps. */
export function submittedAnswers({ held }: Walk): Answers {
  return Object.fromEntries(Object.entries(held).filter(([key]) => !key.includes('.')));
}

function without(answers: Answers, key: string): Answers {
  return Object.fromEntries(Object.entries(answers).filter(([id]) => id !== key));
}
