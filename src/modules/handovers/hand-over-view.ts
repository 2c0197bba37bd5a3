import type { Tx } from '#platform/db';
import { isId } from '#platform/ids';
import { answerSchema, type HandOverAnswer } from './answer-schema.ts';
import { type HandOverLine, lines } from './hand-over-list.ts';
import type { HandOverAnswerTable, HandOverAttemptTable } from './tables.ts';

/** One hand-over with every try and every answer, oldest first. */
export interface HandOverView extends HandOverLine {
  deliveredBy: string | null;
  deliveredNote: string | null;
  tries: {
    number: number;
    at: Date;
    settledAt: Date;
    outcome: HandOverAttemptTable['outcome'];
    reason: string | null;
  }[];
  answers: AnswerLine[];
}

export interface AnswerLine {
  at: Date;
  by: string;
  said: HandOverAnswerTable['said'];
  standing: HandOverAnswerTable['standing'];
  answer: HandOverAnswer;
}

export async function handOverView(tx: Tx, councilId: string, id: string): Promise<HandOverView | undefined> {
  if (!isId(id)) return undefined;
  const line = await lines(tx, councilId)
    .select(['h.delivered_by as deliveredBy', 'h.delivered_note as deliveredNote'])
    .where('h.id', '=', id)
    .executeTakeFirst();
  if (!line) return undefined;
  const tries = await tx
    .selectFrom('hand_over_attempts')
    .select(['number', 'at', 'settled_at as settledAt', 'outcome', 'reason'])
    .where('council_id', '=', councilId)
    .where('hand_over_id', '=', id)
    .orderBy('number')
    .execute();
  return { ...line, tries, answers: await answersOf(tx, councilId, [id]) };
}

/** What the destinations of a case have said, oldest first: for whoever decides about it. */
export async function answersOfCase(tx: Tx, councilId: string, caseId: string): Promise<AnswerLine[]> {
  const rows = await tx
    .selectFrom('hand_overs')
    .select('id')
    .where('council_id', '=', councilId)
    .where('case_id', '=', caseId)
    .execute();
  return answersOf(
    tx,
    councilId,
    rows.map(({ id }) => id),
  );
}

async function answersOf(tx: Tx, councilId: string, handOverIds: readonly string[]): Promise<AnswerLine[]> {
  if (handOverIds.length === 0) return [];
  const rows = await tx
    .selectFrom('hand_over_answers')
    .select(['at', 'by_name as by', 'said', 'standing', 'body'])
    .where('council_id', '=', councilId)
    .where('hand_over_id', 'in', [...handOverIds])
    .orderBy('at')
    .orderBy('id')
    .execute();
  return rows.map(({ body, ...row }) => ({ ...row, answer: answerSchema.parse(body) }));
}
