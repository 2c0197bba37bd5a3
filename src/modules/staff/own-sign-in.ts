import type { Tx } from '#platform/db';
import type { StaffActor } from './actor.ts';
import './tables.ts';

/** How somebody signs in. Read for its own person only. */
export interface OwnSignIn {
  personId: string;
  email: string;
  name: string;
  /** Null for those who come by single sign-on alone. */
  passwordHash: string | null;
  totp: { sealed: Buffer | null; isConfirmed: boolean };
}

export async function ownSignIn(tx: Tx, { councilId, id }: StaffActor): Promise<OwnSignIn> {
  const row = await tx
    .selectFrom('staff_members')
    .innerJoin('people', 'people.id', 'staff_members.person_id')
    .select(['people.id', 'people.email', 'staff_members.name', 'people.password_hash'])
    .select(['people.totp_secret_sealed', 'people.totp_confirmed_at'])
    .where('staff_members.council_id', '=', councilId)
    .where('staff_members.id', '=', id)
    .executeTakeFirstOrThrow();
  return {
    personId: row.id,
    email: row.email,
    name: row.name,
    passwordHash: row.password_hash,
    totp: { sealed: row.totp_secret_sealed, isConfirmed: row.totp_confirmed_at !== null },
  };
}
