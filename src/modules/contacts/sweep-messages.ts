import { asOwner } from '#platform/db';
import type { Deps } from '#platform/deps';
import { queueDelivery } from './queue-delivery.ts';

/** Minutes past its time after which a message is taken for forgotten: its worker died with the task in hand. */
const FORGOTTEN_MINUTES = 10;
const MOST_AT_ONCE = 500;

/** Queue again, across councils, what should have gone by now. Doing so too often is harmless: delivery claims first. */
export async function sweepMessages({ db, clock }: Deps): Promise<void> {
  const now = clock.now();
  const before = new Date(now.getTime() - FORGOTTEN_MINUTES * 60_000);
  await asOwner(db, async (tx) => {
    const forgotten = await tx
      .selectFrom('messages')
      .select(['council_id', 'id'])
      .where('state', 'in', ['queued', 'sending'])
      .where((eb) =>
        eb.or([eb('due_at', '<', before), eb.and([eb('due_at', 'is', null), eb('claimed_at', '<', before)])]),
      )
      .limit(MOST_AT_ONCE)
      .execute();
    for (const { council_id, id } of forgotten) {
      await queueDelivery(tx, clock, { councilId: council_id, messageId: id, runAt: now });
    }
  });
}
