import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Destination } from '#modules/councils';
import { systemActor } from '#platform/actor';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { responseSchema } from './answer-schema.ts';
import type { HandOverRow } from './claim-hand-overs.ts';
import { setAttention } from './set-attention.ts';
import { takeAnswer } from './take-answer.ts';

interface Response {
  row: HandOverRow;
  destination: Destination;
  /** As it came: JSON of any shape. */
  response: unknown;
}

/**
 * Read what came back in the very response to a delivery. One that says nothing is no answer; one that cannot be read
 * goes to a person, and the delivery stands.
 */
export async function takeResponse(tx: Tx, clock: Clock, { row, destination, response }: Response): Promise<void> {
  if (isNothing(response)) return;
  const read = responseSchema.safeParse(response);
  if (!read.success) {
    const [wrong] = z.flattenError(read.error).formErrors;
    const first = read.error.issues[0];
    const where = first?.path.join('.') ?? '';
    await setAttention(
      tx,
      clock,
      row,
      `Its answer cannot be read: ${where === '' ? (wrong ?? 'it is no answer') : where}`,
    );
    return;
  }
  const { id, ...answer } = read.data;
  const actor = { ...systemActor(row.council_id), name: destination.name.en };
  // Without an id of its own, the same words at a second delivery are the same answer.
  const hash = createHash('sha256').update(JSON.stringify(answer)).digest('hex');
  await takeAnswer(tx, clock, actor, {
    handOverId: row.id,
    said: 'response',
    answer: { id: id ?? `response-${hash.slice(0, 16)}`, ...answer },
  });
}

/** `{}`, `{"ok": true}`, `[]`: many receivers acknowledge like this. */
function isNothing(response: unknown): boolean {
  if (typeof response !== 'object' || response === null) return true;
  return !('result' in response) && !('reference' in response);
}
