import { houseKey } from '#modules/places';
import type { Tx } from '#platform/db';
import { type Candidate, candidates, type KeySet } from './candidates.ts';
import { wordsAlike } from './compare-people.ts';
import { pairKeys } from './customer-keys.ts';
import { houseOf } from './house-of.ts';
import { nameWords, soundsOf } from './name-words.ts';
import { phoneKey } from './phone-key.ts';
import { readTyped, type Typed } from './read-typed.ts';

export interface Found {
  customer: Candidate;
  score: number;
  /** Why this one is here, in words for the adviser: "phone", "name sounds alike", "postcode". */
  reasons: string[];
  /** Nothing that was typed speaks against them. */
  isWhole: boolean;
}

export interface SearchResult {
  found: Found[];
  /** A case reference among what was typed: whoever calls looks the case up, since cases know their people. */
  reference: string | null;
  /** Too many fitted to rank them all: another word would help. */
  isCut: boolean;
}

/**
 * Find people by name, postcode (or its first half), phone, email and house number, in any order and with misspellings:
 * "jon smyth rm17", "07700 900123", "14 rm17 5aa gill". Best first. One person with several merged records comes once.
 */
export async function searchCustomers(tx: Tx, councilId: string, typed: string, limit = 20): Promise<SearchResult> {
  const read = readTyped(typed);
  let met: Candidate[] = [];
  let people: Found[] = [];
  // Each tier asks for less than the one before; most searches end with the first. Where somebody has both names that
  // were typed, those who share a first name with them would only bury them.
  for (const keySets of [rareSets(read), writtenSets(read), soundSets(read)]) {
    if (people.length >= limit || (read.words.length > 1 && people.some(({ isWhole }) => isWhole))) break;
    met = [...met, ...(await candidates(tx, councilId, keySets))];
    people = onePerCluster(rank(met, read));
  }
  return { found: people.slice(0, limit), reference: read.reference, isCut: people.length > limit };
}

/** Few people share these keys, so they are asked for first. */
function rareSets(typed: Typed): KeySet[] {
  const { words, phone, email, postcode, outward, house } = typed;
  const sets: KeySet[] = [];
  if (phone) sets.push([`p:${phone}`]);
  if (email) sets.push([`e:${email}`]);
  const homeKey = house && postcode ? houseKey(house, postcode) : undefined;
  if (homeKey) sets.push([`h:${homeKey}`]);
  if (postcode && words.length === 0) sets.push([`c:${postcode}`]);
  if (postcode) for (const sound of words.flatMap(soundsOf)) sets.push([`c:${postcode}`, `s:${sound}`]);
  for (const pair of pairsOf(words, 'likeliest')) sets.push(outward ? [pair, `o:${outward}`] : [pair]);
  return sets;
}

/** Names as written: alone, or with the place where one was given. */
function writtenSets({ words, postcode, outward }: Typed): KeySet[] {
  const [first, ...others] = words.map((word) => `n:${word}`);
  if (!first) return outward ? [[`o:${outward}`]] : [];
  if (outward) return words.flatMap((word) => inArea(word, outward));
  if (postcode) return [[`c:${postcode}`]];
  // Who has two names as written has their sounds too, and was found by those.
  return others.length === 0 ? [[first]] : [];
}

/** Names as they sound, and each name alone: what is left when nothing better was found. */
function soundSets({ words, postcode, outward }: Typed): KeySet[] {
  const sounds = words.flatMap(soundsOf);
  if (outward || postcode) return outward ? [[`o:${outward}`]] : [];
  const names = words.map((word) => `n:${word}`);
  const alone = words.length === 1 ? sounds.map((sound) => `s:${sound}`) : [...pairsOf(words, 'all'), ...names];
  return alone.map((key): KeySet => [key]);
}

/** A sound has a key of its own with the area; a name in another script is looked up in both. */
function inArea(word: string, outward: string): KeySet[] {
  const sounds = soundsOf(word).map((sound): KeySet => [`w:${sound} ${outward}`]);
  return sounds.length > 0 ? sounds : [[`n:${word}`, `o:${outward}`]];
}

/** Any two words typed may be given and family name. `how` says which sounds are tried: the likeliest of each, or all. */
function pairsOf(words: readonly string[], how: 'likeliest' | 'all'): string[] {
  const pairs = words.flatMap((one, index) => words.slice(index + 1).map((other) => pairKeys(one, other)));
  return pairs.flatMap((keys) => (how === 'all' ? keys : keys.slice(0, 1)));
}

function rank(people: readonly Candidate[], typed: Typed): Found[] {
  const once = new Map(people.map((customer) => [customer.id, customer]));
  return [...once.values()]
    .map((customer) => judge(customer, typed))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.customer.name.localeCompare(b.customer.name));
}

/** Weights in bits, as in matching; a typed word that fits nobody's name counts against, so that the rest still ranks. */
function judge(customer: Candidate, typed: Typed): Found {
  const points: [weight: number, reason: string | null][] = [
    ...namePoints(customer, typed),
    agreement(typed.phone, () => customer.phones.map(phoneKey), [12, -3], 'phone'),
    agreement(typed.email, () => customer.emails.map((email) => email.toLowerCase()), [14, -3], 'email'),
    agreement(typed.postcode, () => [customer.postcode], [9, -4], 'postcode'),
    agreement(typed.outward, () => [customer.postcode?.split(' ')[0] ?? null], [4, -4], 'postcode area'),
    agreement(typed.house, () => [houseOf(customer.address ?? '').toLowerCase()], [4, -1], 'house number'),
  ];
  const reasons = [...new Set(points.flatMap(([, reason]) => reason ?? []))];
  const score = points.reduce((sum, [weight]) => sum + weight, 0);
  return { customer, score, reasons, isWhole: points.every(([weight]) => weight >= 0) };
}

function namePoints({ name, address }: Candidate, { words, doubtful }: Typed): [number, string | null][] {
  const own = nameWords(name);
  return words.map((word) => {
    if (own.includes(word)) return [7, 'name'];
    if (own.some((one) => wordsAlike(one, word))) return [4.5, 'name sounds or looks alike'];
    if (nameWords(address ?? '').includes(word)) return [3, 'address'];
    return [doubtful.includes(word) ? 0 : -4, null];
  });
}

/** What is held is worked out only where it is asked for: to read a hundred telephone numbers costs more than to rank. */
function agreement(
  typed: string | null,
  held: () => readonly (string | null)[],
  [agrees, differs]: readonly [number, number],
  reason: string,
): [number, string | null] {
  if (typed === null) return [0, null];
  return held().includes(typed) ? [agrees, reason] : [differs, null];
}

function onePerCluster(found: readonly Found[]): Found[] {
  const seen = new Set<string>();
  return found.filter(({ customer }) => !seen.has(customer.clusterId) && seen.add(customer.clusterId));
}
