import { distance } from 'fastest-levenshtein';
import { normalisePostcode } from '#modules/places';
import { emailKey, nameParts, outward, type PersonFacts } from './customer-keys.ts';
import { soundsOf } from './name-words.ts';
import { phoneKey } from './phone-key.ts';

/** One fact that speaks for or against two records being one person, with its weight in bits. */
export interface Reason {
  fact: 'given name' | 'family name' | 'date of birth' | 'email' | 'phone' | 'postcode' | 'address';
  how: 'same' | 'alike' | 'different';
  weight: number;
}

export interface Comparison {
  /** Sum of the weights: each is log2 of how much likelier this agreement is for one person than for two. */
  score: number;
  reasons: Reason[];
}

type Likeness = Reason['how'] | null;
type Weights = Record<Reason['how'], number>;

/**
 * Weights in bits (Fellegi and Sunter, 1969), judged on real typing errors: docs/domain/customers.md#matching. A fact that
 * one side does not have says nothing. Different phones and emails say little: people have several, and share them.
 */
const WEIGHTS: Record<Reason['fact'], Weights> = {
  'given name': { same: 6, alike: 4, different: -4 },
  'family name': { same: 8, alike: 6, different: -5 },
  'date of birth': { same: 12, alike: 7, different: -6 },
  email: { same: 14, alike: 10, different: -1 },
  phone: { same: 12, alike: 5, different: -0.5 },
  postcode: { same: 9, alike: 2, different: -2 },
  address: { same: 4, alike: 2, different: -1 },
};

/** Compare what is known of two people, fact by fact. Symmetric: it does not matter which is which. */
export function comparePeople(one: PersonFacts, other: PersonFacts): Comparison {
  const likeness: [Reason['fact'], Likeness][] = [
    ...nameLikeness(one, other),
    ['date of birth', dateLikeness(one.bornOn, other.bornOn)],
    ['email', best(keysOf(one.emails, emailKey), keysOf(other.emails, emailKey), emailsAlike)],
    ['phone', best(keysOf(one.phones, phoneKey), keysOf(other.phones, phoneKey), (a, b) => distance(a, b) === 1)],
    ['postcode', postcodeLikeness(one.postcode, other.postcode)],
    ['address', addressLikeness(one.address, other.address)],
  ];
  const reasons = likeness.flatMap(([fact, how]) => (how ? [{ fact, how, weight: WEIGHTS[fact][how] }] : []));
  return { score: reasons.reduce((sum, { weight }) => sum + weight, 0), reasons };
}

function nameLikeness(one: PersonFacts, other: PersonFacts): [Reason['fact'], Likeness][] {
  const a = nameParts(one);
  const b = nameParts(other);
  const straight = pair(best(a.given, b.given, wordsAlike), best(a.family, b.family, wordsAlike));
  // Forms are filled in with the two names the wrong way round often enough to look for it.
  const crossed = pair(best(a.given, b.family, wordsAlike), best(a.family, b.given, wordsAlike));
  const [given, family] = crossed.rank > straight.rank && crossed.isWhole ? crossed.likeness : straight.likeness;
  return [
    ['given name', given],
    ['family name', family],
  ];
}

function pair(given: Likeness, family: Likeness) {
  const rank = (how: Likeness) => (how === 'same' ? 2 : how === 'alike' ? 1 : how === 'different' ? -1 : 0);
  const isWhole = rank(given) > 0 && rank(family) > 0;
  return { likeness: [given, family] as const, rank: rank(given) + rank(family), isWhole };
}

/** The best agreement between any of one's values and any of the other's; null where either has none. */
function best(
  ones: readonly string[],
  others: readonly string[],
  areAlike: (one: string, other: string) => boolean,
): Likeness {
  if (ones.length === 0 || others.length === 0) return null;
  if (ones.some((one) => others.includes(one))) return 'same';
  return ones.some((one) => others.some((other) => areAlike(one, other))) ? 'alike' : 'different';
}

const SHORTEST_SHORT_FORM = 3;

/** A slip of the pen, the same sound, an initial, or a short form ("rob" for "robert"). */
export function wordsAlike(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (short.length === 1) return long.startsWith(short);
  if (short.length >= SHORTEST_SHORT_FORM && long.startsWith(short)) return true;
  if (distance(one, other) <= (long.length >= 8 ? 3 : long.length >= 5 ? 2 : 1)) return true;
  const sounds = soundsOf(other);
  return soundsOf(one).some((sound) => sound.length > 1 && sounds.includes(sound));
}

function keysOf(values: readonly string[] | undefined, keyOf: (value: string) => string | null): string[] {
  return (values ?? []).flatMap((value) => keyOf(value) ?? []);
}

const MOST_EMAIL_SLIPS = 3;

function emailsAlike(one: string, other: string): boolean {
  const [name = '', otherName = ''] = [one.split('@')[0], other.split('@')[0]];
  if (name === otherName && name.length > 4) return true;
  return distance(one, other) <= MOST_EMAIL_SLIPS;
}

/** One figure wrong, or day and month exchanged, is alike. */
function dateLikeness(one: string | null | undefined, other: string | null | undefined): Likeness {
  if (!one || !other) return null;
  if (one === other) return 'same';
  const [year, month, day] = one.split('-');
  if (`${year}-${day}-${month}` === other) return 'alike';
  const [otherYear, otherMonth, otherDay] = other.split('-');
  const parts = [year === otherYear, month === otherMonth, day === otherDay].filter(Boolean).length;
  return parts === 2 || distance(one, other) <= 2 ? 'alike' : 'different';
}

function postcodeLikeness(one: string | null | undefined, other: string | null | undefined): Likeness {
  const [a, b] = [normalisePostcode(one ?? ''), normalisePostcode(other ?? '')];
  if (!a.ok || !b.ok) return null;
  if (a.postcode === b.postcode) return 'same';
  return outward(a.postcode) === outward(b.postcode) || distance(a.postcode, b.postcode) === 1 ? 'alike' : 'different';
}

function addressLikeness(one: string | null | undefined, other: string | null | undefined): Likeness {
  const [a, b] = [plainAddress(one), plainAddress(other)];
  if (!a || !b) return null;
  if (a === b) return 'same';
  return distance(a, b) <= Math.max(1, Math.round(Math.max(a.length, b.length) / 4)) ? 'alike' : 'different';
}

function plainAddress(address: string | null | undefined): string {
  return (address ?? '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
