import { z } from 'zod';
import { answersSchema } from '#modules/questions';
import type { Tx } from '#platform/db';
import { prepared } from '#platform/prepared';
import { type AnswerView, answerViews } from './answer-views.ts';
import { caseService } from './case-service.ts';
import type { CaseRow } from './find-case.ts';

const opened = z.looseObject({ answers: answersSchema });
const moved = z.looseObject({ from: z.looseObject({ service: z.string(), version: z.number().optional() }) });

/**
 * What was answered when the case was opened, under the questions that were asked then: a case that was moved to its
 * right service keeps the words of the wrong one, and whoever gets it reads them.
 */
export async function answersInWords(tx: Tx, itsCase: CaseRow): Promise<AnswerView[]> {
  const entries = await selectTold.all(tx, { councilId: itsCase.council_id, caseId: itsCase.id });
  const answered = opened.safeParse(entries.find(({ kind }) => kind === 'opened')?.data);
  if (!answered.success) return [];
  const first = moved.safeParse(entries.find(({ kind }) => kind === 'moved')?.data);
  const { service: slug, version } = first.success
    ? first.data.from
    : { service: itsCase.service_slug, version: itsCase.service_version };
  const asked = await caseService(tx, itsCase.council_id, slug, version);
  return asked ? answerViews(asked, answered.data.answers) : [];
}

const selectTold = prepared((tx, { councilId, caseId }: { councilId: string; caseId: string }) =>
  tx
    .selectFrom('case_entries')
    .select(['kind', 'data'])
    .where('council_id', '=', councilId)
    .where('case_id', '=', caseId)
    .where('kind', 'in', ['opened', 'moved'])
    .orderBy('at')
    .orderBy('id'),
);
