import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { type Counts, deleteInOrder } from '#platform/delete-rows';
import { KEYS, keysOf, nothingLinksTo } from './nothing-links-to.ts';
import './tables.ts';

interface Disposed {
  counts: Counts;
  /** Where the bytes are: the caller has them removed once this transaction stands. */
  keys: string[];
}

/** Take the copies that are shown, keeping a sealed original whose own time has not come. For retention alone. */
export function disposeShown(tx: Tx, clock: Clock, councilId: string, fileIds: readonly string[]): Promise<Disposed> {
  return disposeSide(tx, clock, councilId, { fileIds, column: 'shown_key' });
}

/** Take the sealed originals, keeping the copy that is shown. For retention alone. */
export function disposeOriginals(
  tx: Tx,
  clock: Clock,
  councilId: string,
  fileIds: readonly string[],
): Promise<Disposed> {
  return disposeSide(tx, clock, councilId, { fileIds, column: 'original_key' });
}

/** Take the links of subjects that go, and with them every file that nothing else links to, shown and sealed. */
export async function disposeFilesOf(tx: Tx, councilId: string, subjectIds: readonly string[]): Promise<Disposed> {
  if (subjectIds.length === 0) return { counts: {}, keys: [] };
  const linked = await tx
    .selectFrom('file_links')
    .select('file_id')
    .where('council_id', '=', councilId)
    .where('subject_id', 'in', [...subjectIds])
    .execute();
  const links = await deleteInOrder(tx, councilId, [['file_links', 'subject_id', subjectIds]]);
  if (linked.length === 0) return { counts: links, keys: [] };
  const alone = await tx
    .deleteFrom('files')
    .where('council_id', '=', councilId)
    .where(
      'id',
      'in',
      linked.map(({ file_id }) => file_id),
    )
    .where(nothingLinksTo)
    .returning(KEYS)
    .execute();
  return { counts: { ...links, files: alone.length }, keys: alone.flatMap(keysOf) };
}

/** The file's row goes with the last of its bytes; until then it says that one side of it is gone. */
async function disposeSide(
  tx: Tx,
  clock: Clock,
  councilId: string,
  { fileIds, column }: { fileIds: readonly string[]; column: 'shown_key' | 'original_key' },
): Promise<Disposed> {
  if (fileIds.length === 0) return { counts: {}, keys: [] };
  const rows = await tx
    .selectFrom('files')
    .select(['id', ...KEYS])
    .where('council_id', '=', councilId)
    .where('id', 'in', [...fileIds])
    .execute();
  const other = column === 'shown_key' ? 'original_key' : 'shown_key';
  const emptied = rows.filter((row) => row[other] === null).map(({ id }) => id);
  const kept = rows.filter((row) => row[other] !== null).map(({ id }) => id);
  const counts = await deleteInOrder(tx, councilId, [
    ['file_links', 'file_id', emptied],
    ['files', 'id', emptied],
  ]);
  if (kept.length > 0) {
    // What is not shown any more is not offered either; its name, which a person may have typed, goes with it.
    const gone = column === 'shown_key' ? { name: 'disposed', disposed_at: clock.now(), public_key: null } : {};
    const changes = { [column]: null, ...gone };
    await tx.updateTable('files').set(changes).where('council_id', '=', councilId).where('id', 'in', kept).execute();
  }
  const sides = rows.flatMap((row) => row[column] ?? []);
  const covered = column === 'shown_key' ? rows.flatMap(({ public_key }) => public_key ?? []) : [];
  const what = column === 'shown_key' ? 'shown copies' : 'sealed originals';
  return { counts: { ...counts, [what]: sides.length }, keys: [...sides, ...covered] };
}
