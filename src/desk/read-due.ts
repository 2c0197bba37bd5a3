import { instantOf } from '#modules/places';
import { fieldOf, type SubmittedForm } from '#platform/http/read-form';
import type { Values } from '#ui';

const PARTS = ['day', 'month', 'year', 'time'] as const;

type ReadDue = { ok: true; at: Date } | { ok: false; field: string; error: string };

/** What was typed into the fields of a due time, to be shown again. */
export function dueValues(form: SubmittedForm, name: string): Values {
  return Object.fromEntries(PARTS.map((part) => [`${name}-${part}`, fieldOf(form, `${name}-${part}`)]));
}

/** Nothing was typed into the date. The time alone says nothing: it is filled in beforehand. */
export function isNoDue(form: SubmittedForm, name: string): boolean {
  return ['day', 'month', 'year'].every((part) => fieldOf(form, `${name}-${part}`).trim() === '');
}

/** The instant that a day, a month, a year and a time of day name on the council's clock. */
export function readDue(form: SubmittedForm, name: string, zone: string): ReadDue {
  const date = dateOfParts(form, name);
  if (date === null) return { ok: false, field: name, error: 'Enter a real date, like 4 12 2026' };
  const clock = timeOfDay(fieldOf(form, `${name}-time`).trim());
  if (clock === null) return { ok: false, field: `${name}-time`, error: 'Enter a time of day, like 5pm or 17:00' };
  return { ok: true, at: instantOf(date, clock, zone) };
}

/** The calendar date, `YYYY-MM-DD`, that a day, a month and a year were typed for; null when there is no such day. */
export function dateOfParts(form: SubmittedForm, name: string): string | null {
  const [day = '', month = '', year = ''] = PARTS.map((part) => fieldOf(form, `${name}-${part}`).trim());
  if (!/^\d{1,2}$/.test(day) || !/^\d{1,2}$/.test(month) || !/^20\d\d$/.test(year)) return null;
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const at = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(iso) ? iso : null;
}

/** "5pm", "5.30 pm" and "17:00" as "17:00". */
function timeOfDay(typed: string): string | null {
  const [, hours = '', minutes = '00', half = ''] = /^(\d{1,2})(?:[:.]?([0-5]\d))?\s*(am|pm)?$/i.exec(typed) ?? [];
  const hour = Number(hours);
  if (hours === '' || hour > (half === '' ? 23 : 12) || (half !== '' && hour === 0)) return null;
  const afterNoon = half.toLowerCase() === 'pm' ? 12 : 0;
  return `${String(half === '' ? hour : (hour % 12) + afterNoon).padStart(2, '0')}:${minutes}`;
}
