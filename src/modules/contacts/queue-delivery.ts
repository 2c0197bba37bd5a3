import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { enqueue } from '#platform/outbox';

export const DELIVER_MESSAGE = 'deliver-message';

interface Delivery {
  councilId: string;
  messageId: string;
  runAt: Date;
}

/** Have a message handed to its provider, now or at a later instant. */
export function queueDelivery(tx: Tx, clock: Clock, { councilId, messageId, runAt }: Delivery): Promise<void> {
  const isLater = runAt > clock.now();
  const key = isLater ? `${DELIVER_MESSAGE}:${messageId}:${runAt.getTime()}` : `${DELIVER_MESSAGE}:${messageId}`;
  return enqueue(tx, DELIVER_MESSAGE, { councilId, messageId }, { key, ...(isLater && { runAt }) });
}
