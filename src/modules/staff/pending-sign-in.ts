import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { readSession } from './sessions.ts';
import './tables.ts';

/** Somebody who has given the first factor and not yet the second. */
export interface PendingSignIn {
  token: string;
  step: 'second-factor' | 'enrolment';
  staffId: string;
  personId: string;
  email: string;
  totp: { sealed: Buffer | null; isConfirmed: boolean };
}

/** A first factor is good for this long; then the password is asked for again. */
const GOOD_FOR_MINUTES = 15;

/** Who is half way through signing in with this cookie, or null: too late, ended, unknown, or through already. */
export async function pendingSignIn(
  tx: Tx,
  clock: Clock,
  councilId: string,
  token: string,
): Promise<PendingSignIn | null> {
  const session = await readSession(tx, clock, councilId, token);
  if (session?.kind !== 'staff' || session.subjectId === null) return null;
  if (session.step !== 'second-factor' && session.step !== 'enrolment') return null;
  const since = new Date(clock.now().getTime() - GOOD_FOR_MINUTES * 60_000);
  const row = await tx
    .selectFrom('sessions')
    .innerJoin('staff_members', (join) =>
      join
        .onRef('staff_members.council_id', '=', 'sessions.council_id')
        .onRef('staff_members.id', '=', 'sessions.subject_id'),
    )
    .innerJoin('people', 'people.id', 'staff_members.person_id')
    .select(['people.id as personId', 'people.email', 'people.totp_secret_sealed', 'people.totp_confirmed_at'])
    .where('sessions.council_id', '=', councilId)
    .where('sessions.token_hash', '=', session.tokenHash)
    .where('sessions.created_at', '>', since)
    .where('staff_members.left_at', 'is', null)
    .executeTakeFirst();
  if (!row) return null;
  return {
    token,
    step: session.step,
    staffId: session.subjectId,
    personId: row.personId,
    email: row.email,
    totp: { sealed: row.totp_secret_sealed, isConfirmed: row.totp_confirmed_at !== null },
  };
}
