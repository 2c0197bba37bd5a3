import type { ActorRef } from '#platform/actor';
import { recordAct } from '#platform/audit';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { newId } from '#platform/ids';
import { emailKey } from './customer-keys.ts';
import { isMobile, phoneKey } from './phone-key.ts';
import { mayWriteRecord } from './policy.ts';
import { writeKeys } from './write-keys.ts';

export interface NewReach {
  kind: 'phone' | 'email' | 'post';
  /** As typed. */
  value: string;
  isPreferred?: boolean;
}

export type ReachRefusal = 'not-allowed' | 'not-found' | 'not-a-phone-number' | 'not-an-email-address' | 'empty';

/** A way to reach somebody, read from what was typed: a number that takes texts is a mobile. */
export function readReach({
  kind,
  value,
}: NewReach):
  | { ok: true; kind: 'phone' | 'mobile' | 'email' | 'post'; value: string; key: string }
  | { ok: false; refusal: ReachRefusal } {
  const typed = value.trim().replace(/\s+/g, ' ');
  if (typed === '') return { ok: false, refusal: 'empty' };
  if (kind === 'post') return { ok: true, kind, value: typed, key: typed.toLowerCase() };
  if (kind === 'email') {
    const key = emailKey(typed);
    return key ? { ok: true, kind, value: typed, key } : { ok: false, refusal: 'not-an-email-address' };
  }
  const key = phoneKey(typed);
  if (!key) return { ok: false, refusal: 'not-a-phone-number' };
  return { ok: true, kind: isMobile(key) ? 'mobile' : 'phone', value: typed, key };
}

type ReachResult = { ok: true; reachId: string } | { ok: false; refusal: ReachRefusal };

/** Note another way to reach a customer. One that is there already is not noted twice. */
export async function addReach(
  tx: Tx,
  clock: Clock,
  actor: ActorRef,
  { customerId, ...reach }: NewReach & { customerId: string },
): Promise<ReachResult> {
  if (!mayWriteRecord(actor, customerId)) return { ok: false, refusal: 'not-allowed' };
  const read = readReach(reach);
  if (!read.ok) return read;
  if (!(await customerExists(tx, actor.councilId, customerId))) return { ok: false, refusal: 'not-found' };
  const known = await liveReaches(tx, actor.councilId, customerId)
    .where('value_key', '=', read.key)
    .where('kind', '=', read.kind)
    .executeTakeFirst();
  const reachId = known?.id ?? (await insertReach(tx, clock, actor, { ...read, customerId }));
  if (reach.isPreferred) await makePreferred(tx, actor.councilId, customerId, reachId);
  await writeKeys(tx, actor.councilId, customerId);
  await recordAct(tx, clock, actor, {
    act: 'customer.reach-added',
    subjectType: 'customer',
    subjectId: customerId,
    detail: { reachId, kind: read.kind },
  });
  return { ok: true, reachId };
}

/** A number or address that does not reach them any more. It stays on record, stamped, and is not used again. */
export async function endReach(
  tx: Tx,
  clock: Clock,
  actor: ActorRef,
  { customerId, reachId }: { customerId: string; reachId: string },
): Promise<ReachResult> {
  if (!mayWriteRecord(actor, customerId)) return { ok: false, refusal: 'not-allowed' };
  const ended = await tx
    .updateTable('customer_reaches')
    .set({ ended_at: clock.now(), is_preferred: false })
    .where('council_id', '=', actor.councilId)
    .where('customer_id', '=', customerId)
    .where('id', '=', reachId)
    .where('ended_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  if (!ended) return { ok: false, refusal: 'not-found' };
  await writeKeys(tx, actor.councilId, customerId);
  await recordAct(tx, clock, actor, {
    act: 'customer.reach-ended',
    subjectType: 'customer',
    subjectId: customerId,
    detail: { reachId },
  });
  return { ok: true, reachId };
}

/** The way that the customer asked us to use first; one at a time. */
export async function preferReach(
  tx: Tx,
  clock: Clock,
  actor: ActorRef,
  { customerId, reachId }: { customerId: string; reachId: string },
): Promise<ReachResult> {
  if (!mayWriteRecord(actor, customerId)) return { ok: false, refusal: 'not-allowed' };
  const live = await liveReaches(tx, actor.councilId, customerId).where('id', '=', reachId).executeTakeFirst();
  if (!live) return { ok: false, refusal: 'not-found' };
  await makePreferred(tx, actor.councilId, customerId, reachId);
  await recordAct(tx, clock, actor, {
    act: 'customer.reach-preferred',
    subjectType: 'customer',
    subjectId: customerId,
    detail: { reachId },
  });
  return { ok: true, reachId };
}

function liveReaches(tx: Tx, councilId: string, customerId: string) {
  return tx
    .selectFrom('customer_reaches')
    .select('id')
    .where('council_id', '=', councilId)
    .where('customer_id', '=', customerId)
    .where('ended_at', 'is', null);
}

export async function insertReach(
  tx: Tx,
  clock: Clock,
  actor: ActorRef,
  reach: { customerId: string; kind: 'phone' | 'mobile' | 'email' | 'post'; value: string; key: string },
): Promise<string> {
  const id = newId(clock);
  await tx
    .insertInto('customer_reaches')
    .values({
      council_id: actor.councilId,
      id,
      customer_id: reach.customerId,
      kind: reach.kind,
      value: reach.value,
      value_key: reach.key,
      since: clock.now(),
      verified_at: null,
      ended_at: null,
    })
    .execute();
  return id;
}

export async function makePreferred(tx: Tx, councilId: string, customerId: string, reachId: string): Promise<void> {
  const reaches = () =>
    tx
      .updateTable('customer_reaches')
      .where('council_id', '=', councilId)
      .where('customer_id', '=', customerId)
      .where('ended_at', 'is', null);
  await reaches().set({ is_preferred: false }).where('is_preferred', '=', true).execute();
  await reaches().set({ is_preferred: true }).where('id', '=', reachId).execute();
}

export async function customerExists(tx: Tx, councilId: string, customerId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('customers')
    .select('id')
    .where('council_id', '=', councilId)
    .where('id', '=', customerId)
    .executeTakeFirst();
  return row !== undefined;
}
