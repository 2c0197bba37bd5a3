import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { type FormOwner, ownForms } from './begun-forms.ts';
import './tables.ts';

/** Delete a form of one's own account that was not sent. False where it is gone already, or somebody else's. */
export async function deleteBegunForm(
  tx: Tx,
  clock: Clock,
  councilId: string,
  { draftId, owner }: { draftId: string; owner: FormOwner },
): Promise<boolean> {
  const own = ownForms(tx, clock, councilId, owner).select('id').where('id', '=', draftId);
  const gone = await tx
    .deleteFrom('drafts')
    .where('council_id', '=', councilId)
    .where('id', 'in', own)
    .returning('id')
    .executeTakeFirst();
  return gone !== undefined;
}

/** The same for all of them: the account is closed. */
export async function deleteBegunForms(tx: Tx, clock: Clock, councilId: string, owner: FormOwner): Promise<void> {
  const own = ownForms(tx, clock, councilId, owner).select('id');
  await tx.deleteFrom('drafts').where('council_id', '=', councilId).where('id', 'in', own).execute();
}
