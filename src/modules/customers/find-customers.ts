import type { ActorRef } from '#platform/actor';
import { recordRead } from '#platform/audit';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { mayReadCustomers } from './policy.ts';
import { type SearchResult, searchCustomers } from './search-customers.ts';

type FindResult = ({ ok: true } & SearchResult) | { ok: false; refusal: 'not-allowed' };

/** Search as a member of staff: allowed to those who work with people, and logged with its purpose but not its words. */
export async function findCustomers(
  tx: Tx,
  clock: Clock,
  actor: ActorRef,
  { typed, purpose, limit = 20 }: { typed: string; purpose: string; limit?: number },
): Promise<FindResult> {
  if (!mayReadCustomers(actor)) return { ok: false, refusal: 'not-allowed' };
  const result = await searchCustomers(tx, actor.councilId, typed, limit);
  const detail = { shown: result.found.map(({ customer }) => customer.id) };
  await recordRead(tx, clock, actor, {
    act: 'customers.searched',
    subjectType: 'customer',
    subjectId: null,
    purpose,
    detail,
  });
  return { ok: true, ...result };
}
