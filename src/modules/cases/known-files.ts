import type { Tx } from '#platform/db';

/** Whether every one of these files was taken in and is still kept. */
export async function areKnownFiles(tx: Tx, councilId: string, fileIds: readonly string[]): Promise<boolean> {
  if (fileIds.length === 0) return true;
  const wanted = [...new Set(fileIds)];
  const { count } = await tx
    .selectFrom('files')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('council_id', '=', councilId)
    .where('id', 'in', wanted)
    .where('disposed_at', 'is', null)
    .executeTakeFirstOrThrow();
  return count === wanted.length;
}
