import { distance } from 'fastest-levenshtein';
import { indexServices, type SearchIndex } from './search-index.ts';
import { phraseOf, stemOf, typedWordsOf } from './search-words.ts';
import type { ServiceDefinition } from './service-schema.ts';

export interface ServiceFound {
  readonly service: ServiceDefinition;
  /** Higher is nearer; only for ordering. */
  readonly score: number;
}

/** How sure we are that a word typed is a word of the directory. */
const SAME = 1;
const BEGINS = 0.75;
const ONE_SLIP = 0.6;
const TWO_SLIPS = 0.4;
/** What the whole phrase being a service's name or synonym is worth, against words that merely occur. */
const WHOLE_PHRASE = 25;
const PART_PHRASE = 8;
const LONGEST_QUERY = 200;
const MOST_WORDS = 12;

const indexes = new WeakMap<object, SearchIndex>();

/**
 * The services that somebody may mean by some words, best first: in any order, with slips of the finger, in the words
 * that people use ("rats in garden" is pest control). Empty when nothing is near.
 *
 * @param services an iterable that does not change, such as the list of one revision: its index is made once
 */
export function searchServices(services: Iterable<ServiceDefinition>, words: string): ServiceFound[] {
  const index = indexOf(services);
  const typed = words.slice(0, LONGEST_QUERY);
  const wanted = [...new Set(typedWordsOf(typed))].slice(0, MOST_WORDS);
  if (wanted.length === 0) return [];
  const meant = wanted.map((word) => wordsMeant(word, index));
  const phrase = phraseOf(typed);
  return index.services
    .map((candidate) => ({ service: candidate.service, score: scoreOf(candidate, { meant, phrase }, index) }))
    .filter(({ score }) => score > 0)
    .sort((one, other) => other.score - one.score || one.service.slug.localeCompare(other.service.slug));
}

function indexOf(services: Iterable<ServiceDefinition>): SearchIndex {
  const kept = indexes.get(services);
  if (kept) return kept;
  const made = indexServices(services);
  indexes.set(services, made);
  return made;
}

type Meant = ReadonlyMap<string, number>;

/** The words of the directory that a typed word may be, each with how sure we are. */
function wordsMeant(typed: string, { rarity }: SearchIndex): Meant {
  const meant = new Map<string, number>();
  const stem = stemOf(typed);
  for (const word of rarity.keys()) {
    const sureness = Math.max(likeness(typed, word), likeness(stem, word));
    if (sureness > 0) meant.set(word, sureness);
  }
  // Where the word itself is there, a neighbour is not what was meant: "bin" is not "big".
  const isThere = [...meant.values()].includes(SAME);
  return isThere ? new Map([...meant].filter(([, sureness]) => sureness >= BEGINS)) : meant;
}

function likeness(typed: string, word: string): number {
  if (typed === word) return SAME;
  if (typed.length >= 3 && word.startsWith(typed)) return BEGINS;
  if (typed.length < 4 || Math.abs(typed.length - word.length) > 2) return 0;
  return slipped(typed, word);
}

function slipped(typed: string, word: string): number {
  const begins = typed.charAt(0) === word.charAt(0);
  // A slip in the first letter is rare, and in a short word it makes another word: "grit" is not "writ".
  if (!begins && typed.length < 6) return 0;
  const slips = distance(typed, word);
  if (slips === 1 || (slips === 2 && isSwap(typed, word))) return ONE_SLIP;
  return slips === 2 && typed.length >= 7 && begins ? TWO_SLIPS : 0;
}

/** Two neighbouring letters the wrong way round, the commonest slip of all: "gaurd". */
function isSwap(typed: string, word: string): boolean {
  if (typed.length !== word.length) return false;
  const at = [...typed].findIndex((letter, index) => letter !== word[index]);
  return typed[at] === word[at + 1] && typed[at + 1] === word[at] && typed.slice(at + 2) === word.slice(at + 2);
}

function scoreOf(
  { weights, phrases }: SearchIndex['services'][number],
  { meant, phrase }: { meant: readonly Meant[]; phrase: string },
  { rarity }: SearchIndex,
): number {
  const parts = meant.map((options) =>
    Math.max(0, ...[...options].map(([word, sure]) => sure * (weights.get(word) ?? 0) * (rarity.get(word) ?? 0))),
  );
  const found = parts.filter((part) => part > 0).length;
  if (found === 0) return 0;
  const sum = parts.reduce((total, part) => total + part, 0);
  // A service that has all of the words is meant before one that has one of them often.
  return sum * (found / meant.length) + phraseBonus(phrases, phrase);
}

function phraseBonus(phrases: readonly string[], phrase: string): number {
  if (phrases.includes(phrase)) return WHOLE_PHRASE;
  const inside = phrases.some((one) => one.includes(' ') && ` ${phrase} `.includes(` ${one} `));
  return inside ? PART_PHRASE : 0;
}
