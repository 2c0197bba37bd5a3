import { systemActor } from '#platform/actor';
import type { Clock } from '#platform/clock';
import { asOwner, type Db, inCouncil, type Tx } from '#platform/db';
import { publish } from '#platform/outbox';
import { recordAttempt } from './record-attempt.ts';
import './tables.ts';

interface Receipt {
  /** Our own id of the message, which the provider was given as its reference. */
  messageId: string;
  provider: string;
  providerId: string;
  /** What became of it; undefined while the provider is still at it. */
  isDelivered: boolean | undefined;
  /** Why not, in the provider's words. */
  reason: string | null;
}

/**
 * What a provider says later about a message that it took: it arrived, or it never will. The same receipt again, one
 * about a message of nobody, or one that comes after the last word, changes nothing. A process may hold several
 * councils behind one account at the provider, so the council is found by the message.
 *
 * @returns whether anything was changed
 */
export async function takeReceipt(db: Db, clock: Clock, receipt: Receipt): Promise<boolean> {
  const { messageId, isDelivered } = receipt;
  if (isDelivered === undefined) return false;
  const councilId = await asOwner(db, (tx) => councilOf(tx, messageId));
  if (councilId === undefined) return false;
  return inCouncil(db, councilId, (tx) => settle(tx, clock, councilId, { ...receipt, isDelivered }));
}

async function councilOf(tx: Tx, messageId: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom('messages')
    .select('council_id')
    // By the key of the table, a few councils at a time: no index is on the id alone.
    .where('council_id', 'in', (eb) => eb.selectFrom('councils').select('id'))
    .where('id', '=', messageId)
    .executeTakeFirst();
  return row?.council_id;
}

type Settled = Receipt & { isDelivered: boolean };

async function settle(tx: Tx, clock: Clock, councilId: string, receipt: Settled): Promise<boolean> {
  const { messageId, provider, providerId, isDelivered, reason } = receipt;
  const message = await tx
    .updateTable('messages')
    .set(isDelivered ? { state: 'delivered', state_reason: null } : { state: 'failed', state_reason: reason })
    .where('council_id', '=', councilId)
    .where('id', '=', messageId)
    .where('state', '=', 'sent')
    .where('provider', '=', provider)
    .where((eb) => eb.or([eb('provider_id', 'is', null), eb('provider_id', '=', providerId)]))
    .returning(['council_id', 'id', 'attempts', 'claimed_at'])
    .executeTakeFirst();
  if (!message) return false;
  await recordAttempt(tx, clock, message, { outcome: isDelivered ? 'delivered' : 'not-delivered', provider, reason });
  if (isDelivered) return true;
  const failed = { type: 'message.failed', subjectType: 'message', subjectId: messageId };
  await publish(tx, clock, systemActor(councilId), failed);
  return true;
}
