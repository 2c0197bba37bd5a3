import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { type Draft, readState } from './draft.ts';
import './tables.ts';

/**
 * The report that is being taken in a contact: the latest one that was begun and not sent. Its row is locked until the
 * transaction ends. Whoever asks has made sure that the contact is theirs.
 */
export async function draftOfContact(
  tx: Tx,
  clock: Clock,
  councilId: string,
  contactId: string,
): Promise<Draft | null> {
  const row = await tx
    .selectFrom('drafts')
    .select(['id', 'service_slug', 'service_version', 'channel', 'customer_id', 'answers', 'saved_to', 'expires_at'])
    .select(['account_id', 'helped_at', 'received_on'])
    .where('council_id', '=', councilId)
    .where('contact_id', '=', contactId)
    .where('submitted_at', 'is', null)
    .where('expires_at', '>', clock.now())
    .orderBy('made_at', 'desc')
    .limit(1)
    .forUpdate()
    .executeTakeFirst();
  if (!row) return null;
  return {
    id: row.id,
    serviceSlug: row.service_slug,
    serviceVersion: row.service_version,
    channel: row.channel,
    contactId,
    customerId: row.customer_id,
    state: readState(row.answers),
    savedTo: row.saved_to,
    accountId: row.account_id,
    helpedAt: row.helped_at,
    receivedOn: row.received_on,
    expiresAt: row.expires_at,
    submittedAt: null,
    caseId: null,
  };
}
