import { sql } from 'kysely';
import { type FileView, filesOf } from '#modules/documents';
import type { Tx } from '#platform/db';
import './tables.ts';

/**
 * The photos that came with these cases from outside, which somebody may clear for everybody. What colleagues added for
 * each other, and what crews took at the work, is not among them.
 */
export async function reviewablePhotos(tx: Tx, councilId: string, caseIds: readonly string[]): Promise<FileView[]> {
  const files = await filesOf(tx, councilId, caseIds);
  if (files.length === 0) return [];
  const between = await staffFiles(tx, councilId, caseIds);
  return files.filter(({ id, mediaType }) => mediaType.startsWith('image/') && !between.has(id));
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
