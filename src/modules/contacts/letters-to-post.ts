import { may, type StaffActor } from '#modules/staff';
import type { Tx } from '#platform/db';
import { RETRIED_STATES } from './tables.ts';

/** A letter as it goes into its envelope. */
export interface Letter {
  id: string;
  toName: string | null;
  /** One line, its parts parted by commas. */
  to: string;
  subject: string | null;
  body: string;
  caseId: string | null;
  madeAt: Date;
}

export interface LetterKey {
  madeAt: Date;
  id: string;
}

/** Letters that nobody has printed and posted yet, the oldest first. None for staff who may not see messages. */
export async function lettersToPost(
  tx: Tx,
  actor: StaffActor,
  { after, limit }: { after?: LetterKey | undefined; limit: number },
): Promise<Letter[]> {
  if (!may(actor, 'see-outbox')) return [];
  let query = tx
    .selectFrom('messages')
    .select(['id', 'to_name as toName', 'to_address as to', 'subject', 'body'])
    .select(['case_id as caseId', 'made_at as madeAt'])
    .where('council_id', '=', actor.councilId)
    .where('channel', '=', 'letter')
    // A letter that its provider could not send is posted by hand too.
    .where('state', 'in', RETRIED_STATES)
    .orderBy('made_at')
    .orderBy('id')
    .limit(limit);
  if (after) query = query.where((eb) => eb(eb.refTuple('made_at', 'id'), '>', eb.tuple(after.madeAt, after.id)));
  return query.execute();
}
