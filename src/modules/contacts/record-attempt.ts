import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import type { MessageAttemptTable } from './tables.ts';

interface Attempt {
  outcome: MessageAttemptTable['outcome'];
  provider: string | null;
  reason: string | null;
}

interface Tried {
  council_id: string;
  id: string;
  attempts: number;
  claimed_at: Date | null;
}

/** Write down what came of a try. The same word about the same try, however often it comes, is one row. */
export async function recordAttempt(tx: Tx, clock: Clock, message: Tried, attempt: Attempt): Promise<void> {
  const now = clock.now();
  await tx
    .insertInto('message_attempts')
    .values({
      council_id: message.council_id,
      message_id: message.id,
      number: message.attempts,
      at: message.claimed_at ?? now,
      settled_at: now,
      ...attempt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
