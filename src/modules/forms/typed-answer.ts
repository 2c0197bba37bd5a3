import { type Answer, isPlace } from './answers.ts';
import type { FieldQuestion, Typed } from './read-answer.ts';

/** The fields of a form, each with all its values. */
type Fields = Readonly<Record<string, readonly string[]>>;

/** What was typed for one question, from the fields of a form. */
export function typedFor(question: FieldQuestion, fields: Fields, today: string): Typed {
  const part = (name: string) => fields[`${question.id}-${name}`]?.at(-1) ?? '';
  const date = { day: part('day'), month: part('month'), year: part('year') };
  return { values: fields[question.id] ?? [], today, ...(question.kind === 'date' && { date }) };
}

/** What was typed, as the values of the fields that show it again. */
export function typedValues(question: FieldQuestion, { values, date }: Typed): Record<string, unknown> {
  if (question.kind !== 'date')
    return { [question.id]: question.kind === 'choices' ? [...values] : (values.at(-1) ?? '') };
  return {
    [`${question.id}-day`]: date?.day,
    [`${question.id}-month`]: date?.month,
    [`${question.id}-year`]: date?.year,
  };
}

/** An answer that was given before, as the values of the fields that show it for changing. */
export function answeredValues(question: FieldQuestion, answer: Answer | undefined): Record<string, unknown> {
  if (answer === undefined || isPlace(answer)) return {};
  if (typeof answer === 'boolean') return { [question.id]: answer ? 'yes' : 'no' };
  if (question.kind !== 'date') return { [question.id]: answer };
  const [year = '', month = '', day = ''] = String(answer).split('-');
  return typedValues(question, { values: [], date: { day, month, year }, today: '' });
}
