import type { ActorRef } from '#platform/actor';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';

export interface FileLink {
  fileId: string;
  subjectType: 'case' | 'job' | 'contact' | 'submission' | 'draft' | 'customer' | 'evidence';
  subjectId: string;
  /** Why it is there: "report", "evidence". */
  purpose: string;
}

type LinkResult = { ok: true } | { ok: false; refusal: 'no-such-file' };

/** Say what a file belongs to; `reviewFiles` alone makes it public. Linking the same file to the same subject twice is one link. */
export async function linkFile(
  tx: Tx,
  clock: Clock,
  actor: ActorRef,
  { fileId, subjectType, subjectId, purpose }: FileLink,
): Promise<LinkResult> {
  const file = await tx
    .selectFrom('files')
    .select('id')
    .where('council_id', '=', actor.councilId)
    .where('id', '=', fileId)
    .where('disposed_at', 'is', null)
    .executeTakeFirst();
  if (!file) return { ok: false, refusal: 'no-such-file' };
  await tx
    .insertInto('file_links')
    .values({
      council_id: actor.councilId,
      subject_type: subjectType,
      subject_id: subjectId,
      file_id: fileId,
      purpose,
      at: clock.now(),
    })
    .onConflict((conflict) => conflict.columns(['council_id', 'subject_id', 'file_id']).doNothing())
    .execute();
  return { ok: true };
}
