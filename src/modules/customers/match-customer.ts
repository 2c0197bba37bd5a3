import type { Tx } from '#platform/db';
import { type Candidate, candidates, type KeySet } from './candidates.ts';
import { comparePeople, type Reason } from './compare-people.ts';
import { customerKeys, type PersonFacts } from './customer-keys.ts';
import { type Likeness, likenessOf } from './likeness.ts';

export interface Match {
  customer: Candidate;
  likeness: Likeness;
  score: number;
  /** Each fact that speaks for or against, heaviest first: shown before anything is linked or merged. */
  reasons: Reason[];
}

const MOST_MATCHES = 10;

/** Records that may be this person already, likeliest first, with reasons. Unlikely ones are left out. */
export async function matchCustomer(tx: Tx, councilId: string, given: PersonFacts): Promise<Match[]> {
  const found = await candidates(tx, councilId, blocks(customerKeys(given)));
  return found
    .map((customer) => matchOf(customer, given))
    .filter(({ likeness }) => likeness !== 'unlikely')
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST_MATCHES);
}

function matchOf(customer: Candidate, given: PersonFacts): Match {
  const { score, reasons } = comparePeople(customer.facts, given);
  const heaviest = [...reasons].sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
  return { customer, likeness: likenessOf({ score, reasons }), score, reasons: heaviest };
}

/** Keys that few people share stand alone; a sound alone names thousands, so it is asked for with the postcode. */
function blocks(keys: readonly string[]): KeySet[] {
  const alone = keys.filter((key) => /^[pehdfbu]:/.test(key));
  const postcodes = keys.filter((key) => key.startsWith('c:'));
  const sounds = keys.filter((key) => key.startsWith('s:'));
  return [
    ...alone.map((key): KeySet => [key]),
    ...postcodes.flatMap((postcode) => sounds.map((sound): KeySet => [postcode, sound])),
  ];
}
