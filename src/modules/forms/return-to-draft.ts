import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { hashToken, newToken } from '#platform/ids';
import './tables.ts';

export type SavedForm =
  | { found: true; draftId: string; serviceSlug: string; isSent: false }
  | { found: true; draftId: string; serviceSlug: string; isSent: true }
  | { found: false };

/** The form behind a link that leads back to it; a link whose time has passed leads nowhere. */
export async function savedForm(tx: Tx, clock: Clock, councilId: string, token: string): Promise<SavedForm> {
  const row = await tx
    .selectFrom('drafts')
    .select(['id', 'service_slug', 'submitted_at'])
    .where('council_id', '=', councilId)
    .where('return_hash', '=', hashToken(token))
    .where('expires_at', '>', clock.now())
    .executeTakeFirst();
  if (!row) return { found: false };
  return { found: true, draftId: row.id, serviceSlug: row.service_slug, isSent: row.submitted_at !== null };
}

/**
 * Go on with a saved form in this browser. The link alone opens nothing: whoever has it must know the address that it was
 * sent to. Any other browser that had the form open loses it, so that two people never write over each other.
 *
 * @returns the browser's secret; null where the address is another
 */
export async function returnToDraft(
  tx: Tx,
  clock: Clock,
  councilId: string,
  { token, email }: { token: string; email: string },
): Promise<string | null> {
  const secret = newToken();
  const taken = await tx
    .updateTable('drafts')
    .set({ token_hash: hashToken(secret), updated_at: clock.now(), left_at: null })
    .where('council_id', '=', councilId)
    .where('return_hash', '=', hashToken(token))
    .where('submitted_at', 'is', null)
    .where('expires_at', '>', clock.now())
    .where((eb) => eb(eb.fn<string>('lower', ['saved_to']), '=', email.trim().toLowerCase()))
    .returning('id')
    .executeTakeFirst();
  return taken ? secret : null;
}
