import { sql } from 'kysely';
import type { Tx } from '#platform/db';
import { type CasePhoto, casePhotos } from './case-photos.ts';
import './tables.ts';

/**
 * The photos of these cases that somebody may clear for everybody: those that came from outside, and those that crews put
 * on their jobs, with whatever words. What the desk added to a case for colleagues is not among them.
 */
export async function reviewablePhotos(tx: Tx, councilId: string, caseIds: readonly string[]): Promise<CasePhoto[]> {
  const photos = await casePhotos(tx, councilId, caseIds);
  if (photos.length === 0) return [];
  const between = await staffFiles(tx, councilId, caseIds);
  return photos.filter(({ id, isOfWork }) => isOfWork || !between.has(id));
}

async function staffFiles(tx: Tx, councilId: string, caseIds: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectFrom('case_entries')
    .select(sql<string>`jsonb_array_elements_text(data -> 'fileIds')`.as('fileId'))
    .where('council_id', '=', councilId)
    .where('case_id', 'in', [...caseIds])
    .where('audience', '=', 'staff')
    .where(sql<boolean>`jsonb_typeof(data -> 'fileIds') = 'array'`)
    .execute();
  return new Set(rows.map(({ fileId }) => fileId));
}
