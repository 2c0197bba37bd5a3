import type { Tx } from '#platform/db';
import './tables.ts';

interface OfCase {
  council_id: string;
  case_id: string;
  id: string;
}

/**
 * What the other systems of a case have said: a case that went to two is decided when both have answered, and by a person
 * where one of them did not say yes.
 */
export async function othersOf(tx: Tx, { council_id, case_id, id }: OfCase): Promise<'open' | 'against' | 'agreed'> {
  const others = await tx
    .selectFrom('hand_overs')
    .select(['state', 'result'])
    .where('council_id', '=', council_id)
    .where('case_id', '=', case_id)
    .where('id', '<>', id)
    .where('kind', 'in', ['webhook', 'worklist'])
    .where('state', '<>', 'stopped')
    .execute();
  if (others.some(({ result }) => result === 'refused' || result === 'part')) return 'against';
  return others.some(({ state }) => state !== 'answered') ? 'open' : 'agreed';
}
