import type { QuestionOf } from '../question-schema.ts';
import type { KindOf, ReadAnswer } from './kind.ts';
import { line, taken, textOf, wrong } from './kind.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

export const date: KindOf<'date'> = {
  parts: () => ['day', 'month', 'year'],
  read: (question, { parts, today }) => readDate(question, parts ?? {}, today),
  fields: (answer) => {
    const [year = '', month = '', day = ''] = textOf(answer).split('-');
    return { day, month, year };
  },
  say: (_question, answer) => sayDate(textOf(answer)),
  shape: () => 'google.protobuf.Timestamp',
  value: (answer) => midnight(textOf(answer)),
};

/** A year, or a month of a year, for what nobody remembers to the day. */
export const partDate: KindOf<'part-date'> = {
  parts: () => ['month', 'year'],
  read: ({ since }, { parts, today }) => {
    const year = line(parts?.['year']);
    const month = monthOf(line(parts?.['month']));
    if (!/^\d{4}$/.test(year) || month === null) return wrong('Enter a year, and the month if you know it: 3 2019');
    if (Number(year) < since) return wrong(`Enter a year after ${since}`);
    const answer = month === '' ? year : `${year}-${month}`;
    return answer > today ? wrong('Enter a month that has begun') : taken(answer);
  },
  fields: (answer) => {
    const [year = '', month = ''] = textOf(answer).split('-');
    return { month, year };
  },
  say: (_question, answer) => (/^\d{4}$/.test(textOf(answer)) ? textOf(answer) : sayMonth(textOf(answer))),
  shape: () => 'string',
  value: (answer) => answer,
};

/** A whole date from its three fields; a real one, within what can be meant. */
export function readDate(
  { since, within }: { since: string; within: Within },
  parts: Readonly<Record<string, string>>,
  today: string,
): ReadAnswer {
  const iso = realDate(parts);
  if (!iso) return wrong('Enter a real date, such as 24 11 2026');
  if (iso < since) return wrong(`Enter a date after ${sayDate(since)}`);
  const error = outside(within, iso, today);
  return error === null ? taken(iso) : wrong(error);
}

type Within = QuestionOf<'date'>['within'];

/** A date as a rule sees it: its midnight, so that two dates compare and subtract. */
export function midnight(iso: string): Date {
  const at = new Date(`${iso}T00:00:00Z`);
  return Number.isNaN(at.getTime()) ? new Date(0) : at;
}

export function sayDate(iso: string): string {
  return DAY.format(midnight(iso)).replace(',', '');
}

const DAY = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone: 'UTC' });
const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });
const sayMonth = (month: string): string => MONTH.format(midnight(`${month}-01`));

function realDate(parts: Readonly<Record<string, string>>): string | null {
  const [year, day] = [line(parts['year']), line(parts['day'])];
  const month = monthOf(line(parts['month']));
  if (!/^\d{4}$/.test(year) || !month || !/^\d{1,2}$/.test(day)) return null;
  const iso = `${year}-${month}-${day.padStart(2, '0')}`;
  const at = new Date(`${iso}T00:00:00Z`);
  // A calendar rolls 31 February over into March instead of refusing it.
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(iso) ? iso : null;
}

/** "2", "02", "Feb" and "February" are the same month; '' is none, null is no month at all. */
function monthOf(typed: string): string | null {
  if (typed === '') return '';
  const named = MONTHS.indexOf(typed.slice(0, 3).toLowerCase());
  if (/^[a-z]{3,9}$/i.test(typed) && named >= 0) return String(named + 1).padStart(2, '0');
  return /^(0?[1-9]|1[0-2])$/.test(typed) ? typed.padStart(2, '0') : null;
}

function outside({ before, after }: Within, iso: string, today: string): string | null {
  if (before !== undefined && iso < shifted(today, -before)) {
    return before === 0 ? 'Enter today or a later date' : `Enter a date in the last ${before} days`;
  }
  if (after !== undefined && iso > shifted(today, after)) {
    return after === 0 ? 'Enter today or an earlier date' : `Enter a date in the next ${after} days`;
  }
  return null;
}

function shifted(iso: string, days: number): string {
  return new Date(midnight(iso).getTime() + days * 86_400_000).toISOString().slice(0, 10);
}
