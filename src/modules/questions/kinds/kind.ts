import type { Language } from '#modules/councils';
import type { AddressView } from '#modules/places';
import type { Answer } from '../answers.ts';
import type { QuestionKind, QuestionOf } from '../question-schema.ts';

/** What was typed for one question. */
export interface Typed {
  /** All values of the question's own field. */
  values: readonly string[];
  /** Of a question of several fields: each part by name. */
  parts?: Readonly<Record<string, string>> | undefined;
  /** The council's calendar date today, `YYYY-MM-DD`. */
  today: string;
  /** Of an address: what was found by its postcode. */
  found?: AddressesFound | undefined;
  /** Of an address: the postcode whose addresses stood on the page that was sent. */
  seen?: string | undefined;
}

/** What the council's list has of a postcode. */
export interface AddressesFound {
  postcode: string;
  addresses: readonly AddressView[];
  /** Whose area it is in, where that is another council's. */
  elsewhere: string | null;
}

/**
 * An answer, or what to do about it; of several fields also by the name of the part. A look-up is no mistake: what was
 * found is shown to choose from.
 */
export type ReadAnswer =
  | { ok: true; answer: Answer }
  | { ok: false; error: string; parts?: Readonly<Record<string, string>>; isLookUp?: true };

/** The types of rules that answers can have. */
export type RuleType = 'string' | 'bool' | 'int' | 'double' | 'google.protobuf.Timestamp' | 'list<string>';
/** What a rule sees: one value, or fields by name; null where rules may not look. */
export type RuleShape = RuleType | Readonly<Record<string, RuleType>> | null;

/** All that depends on the kind of a question, in one place. */
export interface KindOf<Kind extends QuestionKind> {
  /** The names of its fields beside its own id; none for a question of one field. */
  parts?: (question: QuestionOf<Kind>) => readonly string[];
  /** Turn what was typed into an answer, or into an error that says what to do. Emptiness is dealt with before. */
  read: (question: QuestionOf<Kind>, typed: Typed) => ReadAnswer;
  /** The fields that show an answer again, by part; the question's own field is the part ''. */
  fields: (answer: Answer) => Readonly<Record<string, unknown>>;
  say: (question: QuestionOf<Kind>, answer: Answer, language: Language) => string;
  /** What a rule sees of it. */
  shape: (question: QuestionOf<Kind>) => RuleShape;
  /** The answer as a rule sees it. */
  value: (answer: Answer, question: QuestionOf<Kind>) => unknown;
}

export const taken = (answer: Answer): ReadAnswer => ({ ok: true, answer });
export const wrong = (error: string): ReadAnswer => ({ ok: false, error });

/** One line of plain text: control characters come from broken pastes, and PostgreSQL refuses NUL outright. */
export function line(value: string | undefined): string {
  return (value ?? '')
    .replace(/\p{Cc}+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** What is wrong with a text that is too long, or null. Counted in characters as people see them, not in code units. */
export function tooLong(text: string, longest: number): string | null {
  const length = [...text].length;
  if (length <= longest) return null;
  const [most, used] = [longest, length].map((count) => count.toLocaleString('en-GB'));
  return `Use ${most} characters or fewer. You have used ${used}`;
}

/** An answer of one word, number or text as text; any other kind of answer is none. */
export const textOf = (answer: Answer): string =>
  typeof answer === 'string' || typeof answer === 'number' ? String(answer) : '';

/** The fields of a question that has one. */
export const oneField = (answer: Answer): Readonly<Record<string, unknown>> => ({ '': answer });
