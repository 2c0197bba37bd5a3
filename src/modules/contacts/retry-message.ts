import { may, type StaffActor } from '#modules/staff';
import { recordAct } from '#platform/audit';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { queueDelivery } from './queue-delivery.ts';
import { RETRIED_STATES } from './tables.ts';

export type RetryMessageResult = { ok: true } | { ok: false; refusal: 'not-allowed' | 'not-found' | 'not-waiting' };

/**
 * Put a message that failed, or for which there was no provider, into the queue once more. Its tries go on being
 * counted, so that a provider is asked first whether it has the message already. What the cap held back stays back.
 */
export async function retryMessage(
  tx: Tx,
  clock: Clock,
  actor: StaffActor,
  { messageId }: { messageId: string },
): Promise<RetryMessageResult> {
  if (!may(actor, 'see-outbox')) return { ok: false, refusal: 'not-allowed' };
  const now = clock.now();
  const retried = await tx
    .updateTable('messages')
    .set({ state: 'queued', state_reason: null, due_at: now })
    .where('council_id', '=', actor.councilId)
    .where('id', '=', messageId)
    .where('state', 'in', RETRIED_STATES)
    .returning('id')
    .executeTakeFirst();
  if (!retried) return { ok: false, refusal: (await isThere(tx, actor, messageId)) ? 'not-waiting' : 'not-found' };
  await queueDelivery(tx, clock, { councilId: actor.councilId, messageId, runAt: now });
  await recordAct(tx, clock, actor, { act: 'message.retried', subjectType: 'message', subjectId: messageId });
  return { ok: true };
}

async function isThere(tx: Tx, { councilId }: StaffActor, messageId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('messages')
    .select('id')
    .where('council_id', '=', councilId)
    .where('id', '=', messageId)
    .executeTakeFirst();
  return row !== undefined;
}
