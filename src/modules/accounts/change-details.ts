import { changeCustomer, customerRecord } from '#modules/customers';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import type { AccountActor } from './actor.ts';
import './tables.ts';

interface ChangeDetails {
  name?: string;
  home?: { address: string; postcode: string; uprn: number | null };
}

type ChangeResult =
  | { ok: true }
  | { ok: false; refusal: 'not-found' | 'not-allowed' | 'no-name' | 'not-a-postcode' | 'not-a-date' };

/** Put one's own name or home right, once, for every service: `customer.changed` tells them. */
export async function changeDetails(
  tx: Tx,
  clock: Clock,
  actor: AccountActor,
  { name, home }: ChangeDetails,
): Promise<ChangeResult> {
  const { councilId, customerId } = actor;
  const record = await customerRecord(tx, councilId, customerId);
  if (!record) return { ok: false, refusal: 'not-found' };
  // A new name is typed whole: the old given and family name say nothing about it.
  const named = name === undefined ? {} : { name, givenName: null, familyName: null };
  const changed = await changeCustomer(tx, clock, actor, { ...record, ...named, ...home, customerId });
  if (changed.ok && name !== undefined) {
    await tx
      .updateTable('accounts')
      .set({ name })
      .where('council_id', '=', councilId)
      .where('id', '=', actor.id)
      .execute();
  }
  return changed;
}
