import type { Clock } from '#platform/clock';
import { type Db, inCouncil, type Tx } from '#platform/db';
import { beginSession } from './begin-session.ts';
import { passwordFits } from './password.ts';
import { recordFailedSignIn } from './record-sign-in.ts';
import { chargeAttempt, refundAttempt } from './sign-in-attempts.ts';
import './tables.ts';

interface Typed {
  email: string;
  password: string;
  /** The cookie that came with the request: that session ends. */
  oldToken: string | undefined;
  /** Demonstration accounts exist. */
  isDemo: boolean;
}

export type PasswordSignIn =
  | { ok: true; token: string; step: 'second-factor' | 'enrolment' }
  | { ok: false; refusal: 'not-recognised' }
  | { ok: false; refusal: 'locked'; until: Date };

/**
 * The first factor. Opens a session that can do nothing but go on to the second.
 * An unknown address, a leaver, a wrong password: the same answer after the same work. The hashing is done between
 * two transactions, so that it holds no connection.
 */
export async function signInWithPassword(
  db: Db,
  clock: Clock,
  councilId: string,
  typed: Typed,
): Promise<PasswordSignIn> {
  const charged = await inCouncil(db, councilId, async (tx) => ({
    charge: await chargeAttempt(tx, clock, councilId, typed.email),
    member: await memberOfAddress(tx, councilId, typed),
  }));
  if (!charged.charge.ok) return { ok: false, refusal: 'locked', until: charged.charge.until };
  const { member } = charged;
  const fits = await passwordFits(member?.passwordHash ?? null, typed.password);
  return inCouncil(db, councilId, async (tx) => {
    if (!member || !fits) {
      await recordFailedSignIn(tx, clock, councilId, { staffId: member?.staffId ?? null, because: 'password' });
      return { ok: false, refusal: 'not-recognised' };
    }
    await refundAttempt(tx, councilId, typed.email);
    const step = member.hasSecondFactor ? 'second-factor' : 'enrolment';
    const token = await beginSession(tx, clock, councilId, { staffId: member.staffId, step, oldToken: typed.oldToken });
    return { ok: true, token, step };
  });
}

interface Member {
  staffId: string;
  passwordHash: string | null;
  hasSecondFactor: boolean;
}

async function memberOfAddress(tx: Tx, councilId: string, { email, isDemo }: Typed): Promise<Member | null> {
  const row = await tx
    .selectFrom('people')
    .innerJoin('staff_members', 'staff_members.person_id', 'people.id')
    .select(['staff_members.id', 'people.password_hash', 'people.totp_confirmed_at'])
    .where('staff_members.council_id', '=', councilId)
    .where((eb) => eb(eb.fn<string>('lower', ['people.email']), '=', email.trim().toLowerCase()))
    .where('staff_members.left_at', 'is', null)
    .where('staff_members.accepted_at', 'is not', null)
    .$if(!isDemo, (query) => query.where('staff_members.is_demonstration', '=', false))
    .executeTakeFirst();
  if (!row) return null;
  return { staffId: row.id, passwordHash: row.password_hash, hasSecondFactor: row.totp_confirmed_at !== null };
}
