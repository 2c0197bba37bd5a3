import type { ActorRef } from '#platform/actor';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { mayTell } from './policy.ts';
import { publishPromise } from './publish-promise.ts';
import './tables.ts';

interface TellPromises {
  promiseIds: readonly string[];
  /** When the customer was told: the provider's acceptance, or the adviser's press. */
  at: Date;
  /** The contact in which it was told. A message that no provider has taken is held, and tells nobody anything. */
  contactId: string;
}

type TellResult = { ok: true; told: number } | { ok: false; refusal: 'not-allowed' };

/**
 * Mark promises as told to the customer. The first telling counts; promises that are decided or told already are
 * left as they are, so a message delivered twice does no harm.
 *
 * @see docs/domain/promises.md#told (source: contract, "Told")
 */
export async function tellPromises(
  tx: Tx,
  clock: Clock,
  actor: ActorRef,
  { promiseIds, at, contactId }: TellPromises,
): Promise<TellResult> {
  if (!mayTell(actor)) return { ok: false, refusal: 'not-allowed' };
  if (promiseIds.length === 0) return { ok: true, told: 0 };
  const told = await tx
    .updateTable('promises')
    .set({ told_at: at, told_contact_id: contactId })
    .where('council_id', '=', actor.councilId)
    .where('id', 'in', [...promiseIds])
    .where('told_at', 'is', null)
    .where('outcome', 'is', null)
    .returning(['id', 'subject_type', 'subject_id'])
    .execute();
  for (const promise of told) {
    await publishPromise(tx, clock, actor, { type: 'promise.told', promise, data: { contactId } });
  }
  return { ok: true, told: told.length };
}
