import { inLanguage } from '#modules/councils';
import type { Answer } from './answers.ts';
import type { FoundAddresses } from './find-typed-addresses.ts';
import { kindOf } from './kinds/index.ts';
import type { ReadAnswer, Typed } from './kinds/kind.ts';
import type { FieldQuestion, Question } from './question-schema.ts';

/** The fields of a form, each with all its values. */
export type Fields = Readonly<Record<string, readonly string[]>>;

/**
 * Turn what was typed into an answer, or into an error that says what to do. What may be passed over and was left empty
 * is an empty answer.
 */
export function readAnswer(question: FieldQuestion, typed: Typed): ReadAnswer {
  if (isUntouched(typed)) {
    return question.required ? { ok: false, error: missing(question) } : { ok: true, answer: emptyOf(question) };
  }
  const read = kindOf(question).read(question, typed);
  return read.ok || !question.wrong ? read : { ...read, error: inLanguage(question.wrong) };
}

/** What was typed for one question, from the fields of a form. */
export function typedFor(
  question: FieldQuestion,
  fields: Fields,
  { today, addresses }: { today: string; addresses?: FoundAddresses | undefined },
): Typed {
  const names = kindOf(question).parts?.(question);
  const parts =
    names && Object.fromEntries(names.map((name) => [name, fields[`${question.id}-${name}`]?.at(-1) ?? '']));
  const found = addresses?.get(question.id);
  return { values: fields[question.id] ?? [], parts, today, found, seen: fields[seenField(question)]?.at(-1) };
}

/** The last value of each field, as what was typed. */
export function lastOf(fields: Fields): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).map(([name, values]) => [name, values.at(-1) ?? '']));
}

/** The field that says, unseen, for which postcode a page showed its addresses. */
export const seenField = ({ id }: Pick<FieldQuestion, 'id'>): string => `${id}-seen`;

/** What was typed, as the values of the fields that show it again. A bank's numbers are never sent back. */
export function typedValues(question: FieldQuestion, typed: Typed): Record<string, unknown> {
  const { values, parts } = typed;
  if (!parts) return { [question.id]: question.kind === 'choices' ? [...values] : (values.at(-1) ?? '') };
  const shown = Object.entries(parts).filter(([part]) => mayShow(question, part, typed));
  return Object.fromEntries(shown.map(([part, value]) => [`${question.id}-${part}`, value]));
}

/** What was chosen from the addresses of one postcode is no choice among those of the next. */
function mayShow({ kind }: FieldQuestion, part: string, { found, seen }: Typed): boolean {
  if (kind === 'bank') return part === 'holder';
  return kind !== 'address' || part !== 'uprn' || found?.postcode === seen;
}

/** An answer that was given before, as the values of the fields that show it for changing. */
export function answeredValues(question: FieldQuestion, answer: Answer | undefined): Record<string, unknown> {
  if (answer === undefined) return {};
  const fields = Object.entries(kindOf(question).fields(answer));
  return Object.fromEntries(
    fields.map(([part, value]) => [part === '' ? question.id : `${question.id}-${part}`, value]),
  );
}

/** Errors by the name of the field that they stand at. */
export function errorsOf(question: Question, read: Extract<ReadAnswer, { ok: false }>): Record<string, string> {
  if (!read.parts) return { [question.id]: read.error };
  return Object.fromEntries(Object.entries(read.parts).map(([part, error]) => [`${question.id}-${part}`, error]));
}

/** What to do about a question that was left empty: the definition's own words, or plain ones for its kind. */
export function missing(question: Question): string {
  if (question.missing) return inLanguage(question.missing);
  const isChoice = question.kind === 'choice' || question.kind === 'choices' || question.kind === 'yes-no';
  return `${isChoice ? 'Choose an answer to' : 'Answer the question'} “${inLanguage(question.label)}”`;
}

function isUntouched({ values, parts }: Typed): boolean {
  return [...values, ...Object.values(parts ?? {})].every((value) => value.trim() === '');
}

const emptyOf = (question: FieldQuestion): Answer => (question.kind === 'choices' ? [] : '');
