import { askCustomer, closeByAnswer, recordHandOver } from '#modules/cases';
import type { Destination } from '#modules/councils';
import { systemActor } from '#platform/actor';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { answerInWords, evidenceQuestion } from './answer-in-words.ts';
import type { HandOverAnswer } from './answer-schema.ts';
import type { HandOverRow } from './claim-hand-overs.ts';
import { setAttention } from './set-attention.ts';
import type { Result } from './words.ts';

interface Apply {
  row: HandOverRow;
  destination: Destination;
  answer: HandOverAnswer & { result: Result };
}

/**
 * Let an answer move its case. What was done or granted is told to the customer, and ends the case where its service
 * closes by itself and nobody else has still to answer. A refusal, or a part of what was asked for, is decided on by a
 * machine at most: an officer reads it before the customer does.
 */
export async function applyAnswer(tx: Tx, clock: Clock, { row, destination, answer }: Apply): Promise<void> {
  const actor = { ...systemActor(row.council_id), name: destination.name.en };
  const sourceId = `hand-over:${row.id}:${answer.id}`;
  const data = { handOverId: row.id, destination: row.destination, answer };
  const news = { caseId: row.case_id, text: answerInWords(answer), data, sourceId };
  if (answer.result === 'needs-evidence') {
    const asked = await askCustomer(tx, clock, actor, { case: row.case_id, question: evidenceQuestion(answer) });
    await recordHandOver(tx, clock, actor, { ...news, audience: 'staff' });
    if (!asked.ok)
      await setAttention(
        tx,
        clock,
        row,
        `It asks for evidence, and the customer could not be asked: ${WHY[asked.refusal] ?? asked.refusal}`,
      );
    return;
  }
  const isGood = answer.result === 'done' || answer.result === 'granted';
  await recordHandOver(tx, clock, actor, { ...news, audience: isGood ? 'customer' : 'staff' });
  if (!isGood) {
    await setAttention(tx, clock, row, 'Read this before the customer is told, and decide');
    return;
  }
  if (await othersAreToAnswer(tx, row)) return;
  const closed = await closeByAnswer(tx, clock, actor, { caseId: row.case_id, reason: answerInWords(answer) });
  if (!closed.ok && closed.refusal !== 'already-ended') await setAttention(tx, clock, row, closed.message);
}

const WHY: Readonly<Record<string, string>> = {
  ended: 'the case has ended',
  'already-waiting': 'the case waits for the customer already',
};

/** A case that went to two systems ends when both have answered. */
async function othersAreToAnswer(tx: Tx, { council_id, case_id, id }: HandOverRow): Promise<boolean> {
  const other = await tx
    .selectFrom('hand_overs')
    .select('id')
    .where('council_id', '=', council_id)
    .where('case_id', '=', case_id)
    .where('id', '<>', id)
    .where('kind', 'in', ['webhook', 'worklist'])
    .where('state', 'not in', ['answered', 'stopped'])
    .limit(1)
    .executeTakeFirst();
  return other !== undefined;
}
