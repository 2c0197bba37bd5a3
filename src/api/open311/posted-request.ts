import type { NewParty } from '#modules/cases';
import { type Answer, type Answers, readAnswer, shownQuestions, walk } from '#modules/questions';
import { formOf, type ReportService } from '#modules/services';
import { Open311Error } from './open311-error.ts';
import { one } from './read-query.ts';
import { type AttributeQuestion, attributeQuestions, describedBy } from './service-attributes.ts';

type Fields = Readonly<Record<string, readonly string[]>>;

export interface PostedPlace {
  lat: number | null;
  lon: number | null;
  words: string | null;
}

const LONGEST = 5_000;

/** Where it is: a point, or words. Throws 400 for half a point, no point on Earth, or nothing at all. */
export function postedPlace(fields: Fields): PostedPlace {
  const [lat, lon] = [one(fields, 'lat'), one(fields, 'long')];
  const words = one(fields, 'address_string') ?? null;
  if (lat === undefined && lon === undefined) {
    if (words === null) throw new Open311Error(400, 'lat and long, or address_string, are missing: say where it is.');
    return { lat: null, lon: null, words: words.slice(0, 500) };
  }
  return { lat: degrees(lat, 'lat', 90), lon: degrees(lon, 'long', 180), words };
}

function degrees(text: string | undefined, name: string, most: number): number {
  const value = text === undefined ? Number.NaN : Number(text);
  if (Number.isFinite(value) && Math.abs(value) <= most) return value;
  throw new Open311Error(400, `${name} must be a number of degrees from -${most} to ${most}.`);
}

/** Who reports, as far as they say. Nobody, for a report without a name. */
export function postedParty(fields: Fields): NewParty[] {
  const name = [one(fields, 'first_name'), one(fields, 'last_name')].filter(Boolean).join(' ').slice(0, 200);
  const email = one(fields, 'email') ?? null;
  const phone = one(fields, 'phone')?.slice(0, 50) ?? null;
  if (email !== null && (email.length > 320 || !/^[^\s@]+@[^\s@]+$/.test(email)))
    throw new Open311Error(400, 'email is not an email address.');
  if (name === '' && email === null && phone === null) return [];
  // The client tells the reporter itself; a second message about the same thing would only confuse.
  return [{ role: 'requester', name: name === '' ? null : name, email, phone, wantsUpdates: false }];
}

const FIXMYSTREET = /^\s*title:\s*(?<title>[^\n]*)\n+\s*detail:\s*(?<detail>[\s\S]*?)\n+\s*url:[^\n]*(?:\n[\s\S]*)?$/;

/** What is wrong, in the reporter's words. FixMyStreet wraps them in headings and a link to itself, which are taken off. */
export function postedDescription(fields: Fields): string {
  const text = one(fields, 'description')?.replace(/\r\n?/g, '\n') ?? '';
  const { title = '', detail = '' } = FIXMYSTREET.exec(text)?.groups ?? {};
  const words = title === '' ? text : `${title.trim()}\n${detail.trim()}`.trim();
  if (words.length > LONGEST) throw new Open311Error(400, `description takes ${LONGEST} characters at most.`);
  return words.replace(/[^\P{Cc}\n\t]/gu, '');
}

/** The service's questions as they were answered. Throws 400, naming each attribute that is missing or cannot be. */
export function postedAnswers(fields: Fields, service: ReportService, today: string): Answers {
  const asked = attributeQuestions(service);
  const form = formOf(service);
  const answers: Record<string, Answer> = {};
  const wrong: string[] = [];
  for (const question of asked) {
    if (!shownQuestions(walk(form, { answers, today })).includes(question)) continue;
    const read = readAnswer(question, typedOf(fields, question, today));
    if (read.ok) answers[question.id] = read.answer;
    else wrong.push(`attribute[${question.id}]: ${read.error}`);
  }
  if (wrong.length > 0) throw new Open311Error(400, `${wrong.join('. ')}.`);
  const described = describedBy(service);
  const description = postedDescription(fields);
  return described === undefined ? answers : { ...answers, [described]: description };
}

function typedOf(fields: Fields, question: AttributeQuestion, today: string) {
  const values = [...(fields[`attribute[${question.id}]`] ?? []), ...(fields[`attribute[${question.id}][]`] ?? [])]
    .map((value) => value.trim())
    .filter((value) => value !== '');
  if (question.kind === 'date') {
    const [, year = '', month = '', day = ''] = /^(\d{4})-(\d{2})-(\d{2})/.exec(values[0] ?? '') ?? [];
    return { values: [], parts: { year, month, day }, today };
  }
  if (question.kind === 'choices') return { values: values.flatMap((value) => value.split(',')), today };
  return { values: question.kind === 'yes-no' ? values.map(yesOrNo) : values, today };
}

const YES = ['yes', 'true', '1'];
const NO = ['no', 'false', '0'];

function yesOrNo(value: string): string {
  const lower = value.toLowerCase();
  if (YES.includes(lower)) return 'yes';
  return NO.includes(lower) ? 'no' : value;
}
