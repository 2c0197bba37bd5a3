import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import './tables.ts';

/** Whose forms: the account, and the email address that it has proven. */
export interface FormOwner {
  accountId: string;
  /** In lower case; null where it has none. */
  email: string | null;
}

/** A form that was begun and not sent. */
export interface BegunForm {
  id: string;
  serviceSlug: string;
  serviceVersion: number;
  /** The right by which it is filled in for somebody else; null where it is one's own. */
  grantId: string | null;
  changedAt: Date;
  keptUntil: Date;
}

const MOST = 50;

/**
 * The forms that somebody began while signed in, or saved with a link to the very address that their account has proven;
 * the newest first. One in which nothing was answered yet is none.
 */
export async function begunForms(tx: Tx, clock: Clock, councilId: string, owner: FormOwner): Promise<BegunForm[]> {
  return ownForms(tx, clock, councilId, owner)
    .select(['id', 'service_slug as serviceSlug', 'service_version as serviceVersion', 'grant_id as grantId'])
    .select(['updated_at as changedAt', 'expires_at as keptUntil'])
    .where('page', 'is not', null)
    .orderBy('updated_at', 'desc')
    .orderBy('id')
    .limit(MOST)
    .execute();
}

/** The forms of one owner that can still be gone on with. */
export function ownForms(tx: Tx, clock: Clock, councilId: string, { accountId, email }: FormOwner) {
  return tx
    .selectFrom('drafts')
    .where('council_id', '=', councilId)
    .where('submitted_at', 'is', null)
    .where('expires_at', '>', clock.now())
    .where((eb) =>
      eb.or([
        eb('account_id', '=', accountId),
        ...(email === null
          ? []
          : [eb.and([eb('account_id', 'is', null), eb(eb.fn<string>('lower', ['saved_to']), '=', email)])]),
      ]),
    );
}
