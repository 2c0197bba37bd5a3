import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { hashToken, newToken } from '#platform/ids';
import { type FormOwner, ownForms } from './begun-forms.ts';
import './tables.ts';

interface OpenedForm {
  /** The browser's secret. */
  token: string;
  serviceSlug: string;
  serviceVersion: number;
  grantId: string | null;
}

/**
 * Go on with a form of one's own account in this browser. Any other browser that had it open loses it, so that two
 * windows never write over each other. Undefined where it is gone, sent, or somebody else's.
 */
export async function goOnWithForm(
  tx: Tx,
  clock: Clock,
  councilId: string,
  { draftId, owner }: { draftId: string; owner: FormOwner },
): Promise<OpenedForm | undefined> {
  const token = newToken();
  const own = ownForms(tx, clock, councilId, owner).select('id').where('id', '=', draftId);
  const opened = await tx
    .updateTable('drafts')
    .set({ token_hash: hashToken(token), account_id: owner.accountId, updated_at: clock.now(), left_at: null })
    .where('council_id', '=', councilId)
    .where('id', 'in', own)
    .returning(['service_slug', 'service_version', 'grant_id'])
    .executeTakeFirst();
  if (!opened) return undefined;
  const { service_slug: serviceSlug, service_version: serviceVersion, grant_id: grantId } = opened;
  return { token, serviceSlug, serviceVersion, grantId };
}
