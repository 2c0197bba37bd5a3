import { phraseOf, stemOf, typedWordsOf } from './search-words.ts';
import type { ServiceDefinition } from './service-schema.ts';

/** How much a word says about a service, by where it stands. */
const WEIGHTS = { name: 6, synonym: 4, summary: 2, page: 1 } as const;

interface IndexedService {
  readonly service: ServiceDefinition;
  /** The heaviest place where each word stands. */
  readonly weights: ReadonlyMap<string, number>;
  /** Name and synonyms as they are said, for "exactly this". */
  readonly phrases: readonly string[];
}

export interface SearchIndex {
  readonly services: readonly IndexedService[];
  /** Every word with how rare it is: a word that all services use says nothing. */
  readonly rarity: ReadonlyMap<string, number>;
}

/** What is needed to search these services, made once for a version of the directory. */
export function indexServices(services: Iterable<ServiceDefinition>): SearchIndex {
  const indexed = [...services].map(indexService);
  const counts = new Map<string, number>();
  for (const { weights } of indexed) for (const word of weights.keys()) counts.set(word, (counts.get(word) ?? 0) + 1);
  const rarity = new Map([...counts].map(([word, count]) => [word, Math.log(1 + indexed.length / count)]));
  return { services: indexed, rarity };
}

function indexService(service: ServiceDefinition): IndexedService {
  const weights = new Map<string, number>();
  const add = (text: string, weight: number) => {
    // As typed too: a slip in an ending is one slip from the word, and several from its stem.
    for (const word of typedWordsOf(text))
      for (const form of [word, stemOf(word)]) weights.set(form, Math.max(weight, weights.get(form) ?? 0));
  };
  add(service.name.en, WEIGHTS.name);
  for (const synonym of service.synonyms) add(synonym, WEIGHTS.synonym);
  add(service.summary.en, WEIGHTS.summary);
  for (const words of Object.values(service.words)) add(words.en, WEIGHTS.page);
  for (const { heading, text } of service.sections) add(`${heading.en} ${text.en}`, WEIGHTS.page);
  return { service, weights, phrases: [service.name.en, ...service.synonyms].map(phraseOf) };
}
