import { houseKey, normalisePostcode } from '#modules/places';
import { houseOf } from './house-of.ts';
import { nameWords, soundsOf } from './name-words.ts';
import { phoneKey } from './phone-key.ts';

/** What is known of a person, as far as it helps to find them. */
export interface PersonFacts {
  name?: string | null | undefined;
  givenName?: string | null | undefined;
  familyName?: string | null | undefined;
  /** YYYY-MM-DD */
  bornOn?: string | null | undefined;
  address?: string | null | undefined;
  postcode?: string | null | undefined;
  phones?: readonly string[] | undefined;
  emails?: readonly string[] | undefined;
}

/**
 * The keys by which a record is found, by plain equality: name words (n), their sounds (s), the sounds of given and
 * family name together (f), initial with the family name's sound (i), phone (p), email (e), date of birth (d),
 * a name's sound with the year or the day of birth (b), the user of an email (u), postcode (c), its outward half (o), a sound with it (w), house with postcode (h).
 *
 * @see docs/domain/customers.md#search
 */
export function customerKeys(facts: PersonFacts): string[] {
  const keys = [
    ...nameKeys(facts),
    ...(facts.phones ?? []).flatMap((phone) => prefixed('p', phoneKey(phone))),
    ...(facts.emails ?? []).flatMap((email) => prefixed('e', emailKey(email))),
    ...prefixed('d', facts.bornOn),
    ...birthKeys(facts),
    ...(facts.emails ?? []).flatMap((email) => prefixed('u', userOf(email))),
    ...placeKeys(facts),
  ];
  return [...new Set(keys)];
}

export function emailKey(typed: string): string | null {
  const email = typed.trim().toLowerCase();
  return /^[^\s@]+@[^\s@]+$/.test(email) ? email : null;
}

/** Given and family name apart, from a record that has them so or from the whole name. */
export function nameParts({ name, givenName, familyName }: PersonFacts): { given: string[]; family: string[] } {
  const given = nameWords(givenName ?? '');
  const family = nameWords(familyName ?? '');
  if (given.length > 0 || family.length > 0) return { given, family };
  const words = nameWords(name ?? '');
  return words.length < 2 ? { given: [], family: words } : { given: words.slice(0, -1), family: words.slice(-1) };
}

export function pairKeys(one: string, other: string): string[] {
  return soundsOf(one).flatMap((a) => soundsOf(other).map((b) => `f:${[a, b].sort().join(' ')}`));
}

function initialKeys(given: string, family: string): string[] {
  return soundsOf(family).map((sound) => `i:${given.charAt(0)} ${sound}`);
}

function nameKeys(facts: PersonFacts): string[] {
  const { given, family } = nameParts(facts);
  const words = recordedWords(facts);
  const pairs = given.flatMap((first) =>
    family.flatMap((last) => [...pairKeys(first, last), ...initialKeys(first, last)]),
  );
  return [...words.map((word) => `n:${word}`), ...words.flatMap(soundsOf).map((sound) => `s:${sound}`), ...pairs];
}

function recordedWords(facts: PersonFacts): string[] {
  const { given, family } = nameParts(facts);
  return [...new Set([...nameWords(facts.name ?? ''), ...given, ...family])];
}

/** A name with part of a date finds people whose date of birth was heard or typed wrong. */
function birthKeys(facts: PersonFacts): string[] {
  if (!facts.bornOn) return [];
  const { given, family } = nameParts(facts);
  const [year = '', month = '', day = ''] = facts.bornOn.split('-');
  const sounds = [...given, ...family].flatMap(soundsOf);
  return sounds.flatMap((sound) => [`b:${sound} ${year}`, `b:${sound} ${month}-${day}`]);
}

const SHORTEST_USER = 4;

/** The part of an email before the @, where it is long enough to say something. */
function userOf(email: string): string | null {
  const user = emailKey(email)?.split('@')[0] ?? '';
  return user.length >= SHORTEST_USER ? user : null;
}

function placeKeys(facts: PersonFacts): string[] {
  const read = normalisePostcode(facts.postcode ?? '');
  if (!read.ok) return [];
  const house = houseKey(houseOf(facts.address ?? ''), read.postcode);
  const area = outward(read.postcode);
  const sounds = recordedWords(facts)
    .flatMap(soundsOf)
    .map((sound) => `w:${sound} ${area}`);
  return [`c:${read.postcode}`, `o:${area}`, ...sounds, ...prefixed('h', house)];
}

export function outward(postcode: string): string {
  return postcode.split(' ')[0] ?? postcode;
}

function prefixed(kind: string, value: string | null | undefined): string[] {
  return value ? [`${kind}:${value}`] : [];
}
