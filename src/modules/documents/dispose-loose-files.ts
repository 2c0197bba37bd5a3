import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { KEYS, keysOf, nothingLinksTo } from './nothing-links-to.ts';
import './tables.ts';

/** Whoever uploads sends within the hour, or the file stands in a form that is kept. */
const LOOSE_AFTER_MS = 24 * 3_600_000;

/**
 * Take files that belong to nothing a day after they came: of forms that were left, of messages that were refused. For
 * retention alone.
 *
 * @param inForms ids of the files that stand in a form which is still kept
 * @returns where the bytes are: the caller has them removed once this transaction stands
 */
export async function disposeLooseFiles(
  tx: Tx,
  clock: Clock,
  councilId: string,
  { inForms }: { inForms: readonly string[] },
): Promise<{ keys: string[] }> {
  const gone = await tx
    .deleteFrom('files')
    .where('council_id', '=', councilId)
    .where('uploaded_at', '<', new Date(clock.now().getTime() - LOOSE_AFTER_MS))
    .where((eb) => eb.not(eb('id', '=', eb.fn.any(eb.val([...inForms])))))
    .where(nothingLinksTo)
    .returning(KEYS)
    .execute();
  return { keys: gone.flatMap(keysOf) };
}
