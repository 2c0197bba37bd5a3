import type { Tx } from '#platform/db';
import './tables.ts';

/** Those of these files in which the scanner found a virus, by name. */
export async function infectedAmong(
  tx: Tx,
  councilId: string,
  fileIds: readonly string[],
): Promise<{ id: string; name: string }[]> {
  if (fileIds.length === 0) return [];
  return await tx
    .selectFrom('files')
    .select(['id', 'name'])
    .where('council_id', '=', councilId)
    .where('id', 'in', [...fileIds])
    .where('scan_state', '=', 'infected')
    .orderBy('id')
    .execute();
}
