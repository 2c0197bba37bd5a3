import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import './tables.ts';

export interface ReviewFiles {
  /** The case and the jobs whose files they are. */
  subjectIds: readonly string[];
  /** Files that everybody may see from now on. */
  show: readonly string[];
  /** Files that stay with those who work on it. */
  withhold: readonly string[];
}

/**
 * Keep what somebody decided about the files of a case and of its work. Only a file with a copy that was made to be shown becomes public:
 * its sealed original says where and when the photo was taken, and is for nobody outside.
 */
export async function reviewFiles(
  tx: Tx,
  clock: Clock,
  councilId: string,
  { subjectIds, show, withhold }: ReviewFiles,
): Promise<void> {
  const decide = (isPublic: boolean) =>
    tx
      .updateTable('file_links')
      .set({ is_public: isPublic, reviewed_at: clock.now() })
      .where('council_id', '=', councilId)
      .where('subject_id', 'in', [...subjectIds]);
  if (withhold.length > 0)
    await decide(false)
      .where('file_id', 'in', [...withhold])
      .execute();
  if (show.length === 0) return;
  const copies = tx
    .selectFrom('files')
    .select('id')
    .where('council_id', '=', councilId)
    .where('id', 'in', [...show])
    .where('shown_key', 'is not', null)
    .where('disposed_at', 'is', null);
  await decide(true).where('file_id', 'in', copies).execute();
}
