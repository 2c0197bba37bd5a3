import { tellPromises } from '#modules/promises';
import type { ActorRef } from '#platform/actor';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { publish } from '#platform/outbox';
import type { SendResult } from '#platform/transports';
import type { ClaimedMessage } from './claim-message.ts';
import { queueDelivery } from './queue-delivery.ts';
import { recordAttempt } from './record-attempt.ts';

/** Minutes to wait after the first, second … failure that is worth another try; after the last, it has failed. */
const BACK_OFF_MINUTES = [1, 5, 30, 120, 360, 720];

interface Attempt {
  claimed: ClaimedMessage;
  result: SendResult;
}

/** Write down what the provider said. Only acceptance makes a message sent, and only a sent message tells a promise. */
export async function settleMessage(
  tx: Tx,
  clock: Clock,
  actor: ActorRef,
  { claimed, result }: Attempt,
): Promise<void> {
  const { message } = claimed;
  if (result.ok) {
    if (message.code_sealed) await forgetCode(tx, message);
    await recordAttempt(tx, clock, message, { outcome: 'accepted', provider: result.provider, reason: null });
    const at = clock.now();
    await setState(tx, message, {
      state: 'sent',
      state_reason: null,
      sent_at: at,
      provider: result.provider,
      provider_id: result.providerId,
    });
    await tellPromises(tx, clock, actor, { promiseIds: message.promise_ids, at, contactId: message.contact_id });
    await publish(tx, clock, actor, { type: 'message.sent', subjectType: 'message', subjectId: message.id });
    return;
  }
  const minutes = result.again ? BACK_OFF_MINUTES[message.attempts - 1] : undefined;
  const attempt = { provider: result.provider, reason: result.reason };
  const why = { state_reason: result.reason, provider: result.provider };
  if (minutes === undefined) {
    await recordAttempt(tx, clock, message, { outcome: 'failed', ...attempt });
    await setState(tx, message, { state: 'failed', ...why });
    await publish(tx, clock, actor, { type: 'message.failed', subjectType: 'message', subjectId: message.id });
    return;
  }
  await recordAttempt(tx, clock, message, { outcome: 'again-later', ...attempt });
  const runAt = new Date(clock.now().getTime() + minutes * 60_000);
  await setState(tx, message, { state: 'queued', ...why, due_at: runAt });
  await queueDelivery(tx, clock, { councilId: message.council_id, messageId: message.id, runAt });
}

async function forgetCode(tx: Tx, message: { council_id: string; id: string }): Promise<void> {
  await tx
    .updateTable('messages')
    .set({ code_sealed: null })
    .where('council_id', '=', message.council_id)
    .where('id', '=', message.id)
    .execute();
}

/**
 * No provider is set up for this channel: the message stays in the outbox, which says "not sent". A letter waits on the
 * list of those to print and post.
 */
export async function holdMessage(tx: Tx, clock: Clock, { message }: ClaimedMessage): Promise<void> {
  const isLetter = message.channel === 'letter';
  const state_reason = isLetter ? 'it waits to be printed and posted' : 'no provider is set up for this channel';
  await recordAttempt(tx, clock, message, { outcome: 'no-provider', provider: null, reason: state_reason });
  await setState(tx, message, { state: 'held', state_reason });
}

async function setState(
  tx: Tx,
  message: { council_id: string; id: string },
  changes: {
    state: 'sent' | 'failed' | 'queued' | 'held';
    state_reason: string | null;
    sent_at?: Date;
    due_at?: Date;
    provider?: string;
    provider_id?: string | null;
  },
): Promise<void> {
  await tx
    .updateTable('messages')
    .set(changes)
    .where('council_id', '=', message.council_id)
    .where('id', '=', message.id)
    .where('state', '=', 'sending')
    .execute();
}
