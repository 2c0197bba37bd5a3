import { hasParts } from '../answers.ts';
import { midnight, readDate, sayDate } from './date.ts';
import type { KindOf, RuleType } from './kind.ts';
import { line, taken, textOf, tooLong } from './kind.ts';
import { EMAIL_MESSAGE, isEmail, isPhone, PHONE_MESSAGE } from './reach.ts';

const LONGEST = 200;
const INSURANCE_NUMBER = /^(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]\d{6}[A-D]$/;

type Part = keyof typeof PART_WORDS;

/** Each part: how it is asked, and whether it may be passed over. */
export const PART_WORDS = {
  name: { label: 'Full name', missing: 'Enter the full name' },
  relation: { label: 'What they are to you', missing: 'Enter what they are to you, such as mother or landlord' },
  born: { label: 'Date of birth', missing: 'Enter the date of birth' },
  email: { label: 'Email address', missing: null },
  phone: { label: 'Phone number', missing: null },
  'national-insurance': { label: 'National Insurance number', missing: 'Enter the National Insurance number' },
  number: { label: 'Company or charity number', missing: null },
  contact: { label: 'Who we can speak to', missing: 'Enter the name of somebody we can speak to' },
} as const;

/** The fields of a person or organisation: a date of birth has three. */
function fieldsOf(ask: readonly Part[]): readonly string[] {
  return ask.flatMap((part) => (part === 'born' ? ['born-day', 'born-month', 'born-year'] : [part]));
}

const several: KindOf<'person' | 'organisation'> = {
  parts: ({ ask }) => fieldsOf(ask),
  read: ({ ask }, { parts = {}, today }) => {
    const read = ask.map((part) => [part, readPart(part, parts, today)] as const);
    const errors = read.flatMap(([part, { error }]) => (error === null ? [] : [[part, error] as const]));
    if (errors[0]) return { ok: false, error: errors[0][1], parts: Object.fromEntries(errors) };
    return taken({ parts: Object.fromEntries(read.map(([part, { value }]) => [part, value])) });
  },
  fields: (answer) => {
    const parts = hasParts(answer) ? answer.parts : {};
    const [year = '', month = '', day = ''] = (parts['born'] ?? '').split('-');
    return { ...parts, 'born-day': day, 'born-month': month, 'born-year': year };
  },
  say: ({ ask }, answer) => {
    const parts = hasParts(answer) ? answer.parts : {};
    const words = ask.map((part) => (part === 'born' && parts[part] ? `born ${sayDate(parts[part])}` : parts[part]));
    return words.filter((word) => word).join(', ');
  },
  shape: ({ ask }) => Object.fromEntries(ask.map((part) => [ruleName(part), typeOf(part)])),
  value: (answer, { ask }) => {
    const parts = hasParts(answer) ? answer.parts : {};
    return Object.fromEntries(
      ask.map((part) => [ruleName(part), part === 'born' ? midnight(parts[part] ?? '') : (parts[part] ?? '')]),
    );
  },
};

export const person: KindOf<'person'> = { ...several };
export const organisation: KindOf<'organisation'> = { ...several };

const BORN = { since: '1870-01-01', within: { after: 0 } };
const ruleName = (part: string): string => part.replaceAll('-', '_');
const typeOf = (part: Part): RuleType => (part === 'born' ? 'google.protobuf.Timestamp' : 'string');

interface ReadPart {
  value: string;
  error: string | null;
}

function readPart(part: Part, parts: Readonly<Record<string, string>>, today: string): ReadPart {
  if (part === 'born') return readBorn(parts, today);
  const value = line(parts[part]);
  if (value === '') return { value, error: PART_WORDS[part].missing };
  return { value: part === 'national-insurance' ? squeezed(value) : value, error: partError(part, value) };
}

function partError(part: Part, value: string): string | null {
  if (part === 'email') return isEmail(value) ? null : EMAIL_MESSAGE;
  if (part === 'phone') return isPhone(value) ? null : PHONE_MESSAGE;
  if (part === 'national-insurance' && !INSURANCE_NUMBER.test(squeezed(value))) {
    return 'Enter a National Insurance number, like QQ 12 34 56 C';
  }
  return tooLong(value, LONGEST);
}

function readBorn(parts: Readonly<Record<string, string>>, today: string): ReadPart {
  const of = (name: string) => parts[`born-${name}`] ?? '';
  const typed = { day: of('day'), month: of('month'), year: of('year') };
  if (Object.values(typed).every((one) => line(one) === '')) return { value: '', error: PART_WORDS.born.missing };
  const read = readDate(BORN, typed, today);
  return read.ok ? { value: textOf(read.answer), error: null } : { value: '', error: read.error };
}

const squeezed = (value: string): string => value.replace(/\s/g, '').toUpperCase();
