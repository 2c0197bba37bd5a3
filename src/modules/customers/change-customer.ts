import type { ActorRef } from '#platform/actor';
import { recordAct } from '#platform/audit';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { publish } from '#platform/outbox';
import { mayWriteRecord } from './policy.ts';
import { type CustomerDetails, type DetailsRefusal, readDetails } from './register-customer.ts';
import { writeKeys } from './write-keys.ts';

type ChangeResult = { ok: true } | { ok: false; refusal: DetailsRefusal | 'not-found' };

/**
 * Put the details of a record right; all of them, as the form shows them. The audit names the facts that changed, never
 * what they say. Publishes `customer.changed`.
 */
export async function changeCustomer(
  tx: Tx,
  clock: Clock,
  actor: ActorRef,
  { customerId, ...details }: CustomerDetails & { customerId: string },
): Promise<ChangeResult> {
  if (!mayWriteRecord(actor, customerId)) return { ok: false, refusal: 'not-allowed' };
  const read = readDetails(details);
  if (!read.ok) return read;
  const before = await tx
    .selectFrom('customers')
    .selectAll()
    .where('council_id', '=', actor.councilId)
    .where('id', '=', customerId)
    .forUpdate()
    .executeTakeFirst();
  if (!before) return { ok: false, refusal: 'not-found' };
  const columns = Object.keys(read.columns) as (keyof typeof read.columns)[];
  const changed = columns.filter((column) => before[column] !== read.columns[column]);
  if (changed.length === 0) return { ok: true };
  await tx
    .updateTable('customers')
    .set({ ...read.columns, updated_at: clock.now() })
    .where('council_id', '=', actor.councilId)
    .where('id', '=', customerId)
    .execute();
  await writeKeys(tx, actor.councilId, customerId);
  const about = { subjectType: 'customer', subjectId: customerId };
  await recordAct(tx, clock, actor, { act: 'customer.changed', ...about, detail: { facts: changed } });
  await publish(tx, clock, actor, { type: 'customer.changed', ...about });
  return { ok: true };
}
