import { z } from 'zod';
import { type Answers, answersSchema } from '#modules/questions';
import type { Tx } from '#platform/db';
import type { CaseRow } from './find-case.ts';

const opened = z.looseObject({ answers: answersSchema });

/** What was answered when the case was opened, by the stable id of each question. */
export async function answersOf(tx: Tx, { council_id, id }: Pick<CaseRow, 'council_id' | 'id'>): Promise<Answers> {
  const row = await tx
    .selectFrom('case_entries')
    .select('data')
    .where('council_id', '=', council_id)
    .where('case_id', '=', id)
    .where('kind', '=', 'opened')
    .orderBy('at')
    .limit(1)
    .executeTakeFirst();
  const read = opened.safeParse(row?.data);
  return read.success ? read.data.answers : {};
}
