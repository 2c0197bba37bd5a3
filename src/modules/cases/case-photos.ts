import { type FileView, filesOf } from '#modules/documents';
import type { Tx } from '#platform/db';
import './tables.ts';

export interface CasePhoto extends FileView {
  caseId: string;
  /** It hangs on a job: it shows the work, not what was reported. */
  isOfWork: boolean;
}

/** The photos of these cases and of their jobs, oldest first. One that a case and its job both have is the case's. */
export async function casePhotos(tx: Tx, councilId: string, caseIds: readonly string[]): Promise<CasePhoto[]> {
  const caseOfJob = await jobsOf(tx, councilId, caseIds);
  const files = await filesOf(tx, councilId, [...caseIds, ...caseOfJob.keys()]);
  const photos = files
    .filter(({ mediaType }) => mediaType.startsWith('image/'))
    .map((file) => {
      const caseId = caseOfJob.get(file.subjectId);
      return { ...file, caseId: caseId ?? file.subjectId, isOfWork: caseId !== undefined };
    });
  const reported = new Set(photos.filter(({ isOfWork }) => !isOfWork).map(({ id }) => id));
  return photos.filter(({ id, isOfWork }) => !isOfWork || !reported.has(id));
}

async function jobsOf(tx: Tx, councilId: string, caseIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (caseIds.length === 0) return new Map();
  const rows = await tx
    .selectFrom('jobs')
    .select(['id', 'case_id'])
    .where('council_id', '=', councilId)
    .where('case_id', 'in', [...caseIds])
    .execute();
  return new Map(rows.map(({ id, case_id }) => [id, case_id]));
}
