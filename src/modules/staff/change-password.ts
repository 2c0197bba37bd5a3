import { recordAct } from '#platform/audit';
import type { Clock } from '#platform/clock';
import { type Db, inCouncil, type Tx } from '#platform/db';
import type { StaffActor } from './actor.ts';
import { beginSession } from './begin-session.ts';
import { checkSecondFactor } from './check-second-factor.ts';
import { endSessionsOf } from './end-sessions.ts';
import { type OwnSignIn, ownSignIn } from './own-sign-in.ts';
import { hashPassword, passwordFits, passwordProblem } from './password.ts';
import { recordFailedSignIn } from './record-sign-in.ts';
import { chargeAttempt, forgetAttempts } from './sign-in-attempts.ts';
import './tables.ts';

interface ChangePassword {
  current: string;
  next: string;
  /** Six digits of the app, or a recovery code; empty where the person has set no app up. */
  code: string;
  /** The house's secret, which seals what apps share with us. */
  secret: Buffer;
}

export type PasswordChanged =
  | { ok: true; token: string }
  | { ok: false; refusal: 'no-password' | 'wrong-password' | 'wrong-code' | 'used-code' | 'changed-meanwhile' }
  | { ok: false; refusal: 'weak-password'; problem: string }
  | { ok: false; refusal: 'locked'; until: Date };

/**
 * Change one's own password: the one in force and the second factor are asked for again, since a desk left open must not
 * be enough (OWASP ASVS 5.0, 6.2.3). Every session of the person ends, here and at other councils; the answer's token is a new one.
 * Wrong tries are charged as at sign-in. Hashing is done between transactions, so that it holds no connection.
 */
export async function changePassword(
  db: Db,
  clock: Clock,
  actor: StaffActor,
  command: ChangePassword,
): Promise<PasswordChanged> {
  const { councilId } = actor;
  const own = await inCouncil(db, councilId, (tx) => ownSignIn(tx, actor));
  if (own.passwordHash === null) return { ok: false, refusal: 'no-password' };
  const problem = problemOf(command, own);
  if (problem !== null) return { ok: false, refusal: 'weak-password', problem };
  const charged = await inCouncil(db, councilId, (tx) => chargeAttempt(tx, clock, councilId, own.email));
  if (!charged.ok) return { ok: false, refusal: 'locked', until: charged.until };
  if (!(await passwordFits(own.passwordHash, command.current))) {
    const failed = { staffId: actor.id, because: 'password' } as const;
    await inCouncil(db, councilId, (tx) => recordFailedSignIn(tx, clock, councilId, failed));
    return { ok: false, refusal: 'wrong-password' };
  }
  const passwordHash = await hashPassword(command.next);
  return inCouncil(db, councilId, (tx) => write(tx, clock, actor, { own, command, passwordHash }));
}

function problemOf({ current, next }: ChangePassword, own: OwnSignIn): string | null {
  if (next.normalize('NFKC') === current.normalize('NFKC')) return 'Choose a password that is not the one you have';
  return passwordProblem(next, own);
}

interface Checked {
  own: OwnSignIn;
  command: ChangePassword;
  passwordHash: string;
}

async function write(
  tx: Tx,
  clock: Clock,
  actor: StaffActor,
  { own, command, passwordHash }: Checked,
): Promise<PasswordChanged> {
  const { councilId, id: staffId } = actor;
  if (own.totp.isConfirmed) {
    const checked = await checkSecondFactor(tx, clock, command.secret, { ...own, code: command.code });
    if (!checked.ok) {
      await recordFailedSignIn(tx, clock, councilId, { staffId, because: 'second-factor' });
      return checked;
    }
  }
  // Of two changes at once the second finds another password in force than the one that it was shown.
  const changed = await tx
    .updateTable('people')
    .set({ password_hash: passwordHash, password_changed_at: clock.now() })
    .where('id', '=', own.personId)
    .where('password_hash', '=', own.passwordHash)
    .returning('id')
    .executeTakeFirst();
  if (!changed) return { ok: false, refusal: 'changed-meanwhile' };
  await forgetAttempts(tx, councilId, own.email);
  const sessionsEnded = await endSessionsOf(tx, clock, councilId, staffId);
  await recordAct(tx, clock, actor, {
    act: 'staff.password-changed',
    subjectType: 'staff',
    subjectId: staffId,
    detail: { sessionsEnded },
  });
  return {
    ok: true,
    token: await beginSession(tx, clock, councilId, { staffId, step: 'complete', oldToken: undefined }),
  };
}
