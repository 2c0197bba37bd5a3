import { sql } from 'kysely';
import type { Tx } from '#platform/db';
import type { FoundAccount } from './make-account.ts';
import './tables.ts';

/** Who an identity provider says somebody is, and what it vouches for. */
export interface VouchedIdentity {
  issuer: string;
  subject: string;
  /** In lower case; null where the provider has proven none. */
  email: string | null;
  /** E.164; null where the provider has proven none. */
  phone: string | null;
  /** For signing out there. */
  idToken: string;
}

/** The open account that is entered with this identity. */
export async function accountOfIdentity(
  tx: Tx,
  councilId: string,
  { issuer, subject }: Pick<VouchedIdentity, 'issuer' | 'subject'>,
): Promise<FoundAccount | undefined> {
  const row = await tx
    .selectFrom('accounts')
    .select(['id', 'totp_confirmed_at', 'is_demonstration'])
    .where('council_id', '=', councilId)
    .where('oidc_issuer', '=', issuer)
    .where('oidc_subject', '=', subject)
    .where('closed_at', 'is', null)
    .executeTakeFirst();
  return row && { id: row.id, hasSecondFactor: row.totp_confirmed_at !== null, isDemonstration: row.is_demonstration };
}

/** Make whatever concerns one identity one thing at a time, to the end of the transaction. */
export async function lockIdentity(tx: Tx, councilId: string, { issuer, subject }: VouchedIdentity): Promise<void> {
  const what = `account-identity:${councilId}:${issuer} ${subject}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${what}, 0))`.execute(tx);
}
