import type { Selectable } from 'kysely';
import type { Clock } from '#platform/clock';
import type { Database, Tx } from '#platform/db';
import { messageRules } from './council-words.ts';

export interface ClaimedMessage {
  message: Selectable<Database['messages']>;
  /** Who it comes from, as the reader sees it: the council. */
  fromName: string;
}

/** Longer than any provider is waited for: a claim this old was left by a worker that died. */
const CLAIM_MINUTES = 10;

/** Take a message to send. Undefined: it is sent, held or capped, or another worker has it. */
export async function claimMessage(
  tx: Tx,
  clock: Clock,
  councilId: string,
  messageId: string,
): Promise<ClaimedMessage | undefined> {
  const now = clock.now();
  const stale = new Date(now.getTime() - CLAIM_MINUTES * 60_000);
  const message = await tx
    .updateTable('messages')
    .set((eb) => ({ state: 'sending', claimed_at: now, due_at: null, attempts: eb('attempts', '+', 1) }))
    .where('council_id', '=', councilId)
    .where('id', '=', messageId)
    .where((eb) =>
      eb.or([eb('state', '=', 'queued'), eb.and([eb('state', '=', 'sending'), eb('claimed_at', '<', stale)])]),
    )
    .returningAll()
    .executeTakeFirst();
  if (!message) return undefined;
  const { councilName } = await messageRules(tx, councilId);
  return { message, fromName: councilName };
}
