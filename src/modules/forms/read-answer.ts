import { inLanguage } from '#modules/councils';
import type { Question, QuestionOf } from '#modules/services';
import type { Answer } from './answers.ts';

/** Kinds that a plain form field can carry. A place is looked up and a photo is stored before either is an answer. */
export type FieldQuestion = Exclude<Question, { kind: 'place' | 'photo' }>;
export type ReadAnswer = { ok: true; answer: Answer } | { ok: false; error: string };

export function isFieldQuestion(question: Question): question is FieldQuestion {
  return question.kind !== 'place' && question.kind !== 'photo';
}

export interface Typed {
  /** All values of the question's field. */
  values: readonly string[];
  /** Of a date: day, month, year as typed. */
  date?: { day: string; month: string; year: string } | undefined;
  /** The council's calendar date today, `YYYY-MM-DD`. */
  today: string;
}

/** Turn what was typed into an answer, or into an error that says what to do. */
export function readAnswer(question: FieldQuestion, typed: Typed): ReadAnswer {
  switch (question.kind) {
    case 'text':
    case 'long-text':
      return readText(question, typed.values[0] ?? '');
    case 'choice':
      return readChoice(question, typed.values[0] ?? '');
    case 'choices':
      return readChoices(question, typed.values);
    case 'yes-no':
      return readYesNo(question, typed.values[0] ?? '');
    case 'date':
      return readDate(question, typed);
  }
}

function readText(question: QuestionOf<'text' | 'long-text'>, value: string): ReadAnswer {
  // Control characters come from broken pastes; PostgreSQL refuses NUL outright. Line breaks and tabs are kept.
  const text = value
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .trim();
  if (text === '') return empty(question, '');
  const length = [...text].length;
  if (length <= question.longest) return { ok: true, answer: text };
  return {
    ok: false,
    error: `Use ${question.longest.toLocaleString('en-GB')} characters or fewer. You have used ${length.toLocaleString('en-GB')}`,
  };
}

function readChoice(question: QuestionOf<'choice'>, value: string): ReadAnswer {
  if (value === '') return empty(question, '');
  return question.options.some((option) => option.value === value)
    ? { ok: true, answer: value }
    : { ok: false, error: missing(question) };
}

function readChoices(question: QuestionOf<'choices'>, values: readonly string[]): ReadAnswer {
  const known = question.options.map(({ value }) => value).filter((value) => values.includes(value));
  return known.length > 0 ? { ok: true, answer: known } : empty(question, []);
}

function readYesNo(question: QuestionOf<'yes-no'>, value: string): ReadAnswer {
  if (value === 'yes' || value === 'no') return { ok: true, answer: value === 'yes' };
  return empty(question, '');
}

function readDate(question: QuestionOf<'date'>, { date, today }: Typed): ReadAnswer {
  const parts = [date?.year ?? '', date?.month ?? '', date?.day ?? ''].map((part) => part.trim());
  if (parts.every((part) => part === '')) return empty(question, '');
  const iso = realDate(parts);
  if (!iso) return { ok: false, error: 'Enter a real date, such as 24 11 2026' };
  const error = outside(question.within, iso, today);
  return error === null ? { ok: true, answer: iso } : { ok: false, error };
}

function outside({ before, after }: QuestionOf<'date'>['within'], iso: string, today: string): string | null {
  if (before !== undefined && iso < shifted(today, -before)) {
    return before === 0 ? 'Enter today or a later date' : `Enter a date in the last ${before} days`;
  }
  if (after !== undefined && iso > shifted(today, after)) {
    return after === 0 ? 'Enter today or an earlier date' : `Enter a date in the next ${after} days`;
  }
  return null;
}

function realDate([year = '', month = '', day = '']: string[]): string | null {
  if (!/^\d{4}$/.test(year) || !/^\d{1,2}$/.test(month) || !/^\d{1,2}$/.test(day)) return null;
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${iso}T00:00:00Z`);
  // A calendar rolls 31 February over into March instead of refusing it.
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : null;
}

function shifted(iso: string, days: number): string {
  return new Date(Date.parse(`${iso}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

function empty(question: Question, answer: Answer): ReadAnswer {
  return question.required ? { ok: false, error: missing(question) } : { ok: true, answer };
}

/** What to do about a question that was left empty: the definition's own words, or plain ones for its kind. */
export function missing(question: Question): string {
  if (question.missing) return inLanguage(question.missing);
  const [choose, enter] = ['Choose an answer to', 'Answer the question'];
  const isChoice = question.kind === 'choice' || question.kind === 'choices' || question.kind === 'yes-no';
  return `${isChoice ? choose : enter} “${inLanguage(question.label)}”`;
}
