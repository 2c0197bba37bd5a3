import type { Tx } from '#platform/db';
import './tables.ts';

/** What a file belongs to. */
export async function subjectsOfFile(
  tx: Tx,
  councilId: string,
  fileId: string,
): Promise<{ type: string; id: string }[]> {
  return await tx
    .selectFrom('file_links')
    .select(['subject_type as type', 'subject_id as id'])
    .where('council_id', '=', councilId)
    .where('file_id', '=', fileId)
    .orderBy('subject_id')
    .execute();
}
