import { recordAct } from '#platform/audit';
import type { Clock } from '#platform/clock';
import { type Db, inCouncil, type Tx } from '#platform/db';
import { hashToken } from '#platform/ids';
import { beginSession } from './begin-session.ts';
import { type Invitation, readInvitation } from './invitation.ts';
import { hashPassword, passwordFits, passwordProblem } from './password.ts';
import { chargeAttempt, refundAttempt } from './sign-in-attempts.ts';
import { staffActor } from './staff-actor.ts';
import './tables.ts';

interface Acceptance {
  token: string;
  /** A new one, or the one that the person has at another council, as the invitation asks. */
  password: string;
  oldToken: string | undefined;
}

type Accepted =
  | { ok: true; sessionToken: string; step: 'second-factor' | 'enrolment' }
  | { ok: false; refusal: 'gone' }
  | { ok: false; refusal: 'wrong-password' }
  | { ok: false; refusal: 'weak-password'; problem: string }
  | { ok: false; refusal: 'locked'; until: Date };

/** Take the place up: the password is set or shown to be known, the link is used up, the second factor comes next. */
export async function acceptInvitation(
  db: Db,
  clock: Clock,
  councilId: string,
  acceptance: Acceptance,
): Promise<Accepted> {
  const invitation = await inCouncil(db, councilId, (tx) => readInvitation(tx, clock, councilId, acceptance.token));
  if (!invitation || invitation.asks === 'single-sign-on') return { ok: false, refusal: 'gone' };
  if (invitation.asks === 'own-password')
    return acceptWithOwnPassword(db, clock, councilId, { ...acceptance, invitation });
  const problem = passwordProblem(acceptance.password, invitation);
  if (problem !== null) return { ok: false, refusal: 'weak-password', problem };
  const passwordHash = await hashPassword(acceptance.password);
  return inCouncil(db, councilId, async (tx) => {
    const still = await takeUp(tx, clock, councilId, { ...acceptance, invitation });
    if (!still) return { ok: false, refusal: 'gone' };
    await setCredentials(tx, clock, still.personId, passwordHash);
    return open(tx, clock, councilId, { ...acceptance, invitation: still, step: 'enrolment' });
  });
}

type Step = 'second-factor' | 'enrolment';
type Known = Acceptance & { invitation: Invitation };

async function acceptWithOwnPassword(db: Db, clock: Clock, councilId: string, known: Known): Promise<Accepted> {
  const { invitation, password } = known;
  const charged = await inCouncil(db, councilId, (tx) => chargeAttempt(tx, clock, councilId, invitation.email));
  if (!charged.ok) return { ok: false, refusal: 'locked', until: charged.until };
  if (!(await passwordFits(invitation.passwordHash, password))) return { ok: false, refusal: 'wrong-password' };
  return inCouncil(db, councilId, async (tx) => {
    const still = await takeUp(tx, clock, councilId, known);
    if (!still) return { ok: false, refusal: 'gone' };
    await refundAttempt(tx, councilId, invitation.email);
    const { totp_confirmed_at } = await tx
      .selectFrom('people')
      .select('totp_confirmed_at')
      .where('id', '=', still.personId)
      .executeTakeFirstOrThrow();
    return open(tx, clock, councilId, { ...known, step: totp_confirmed_at ? 'second-factor' : 'enrolment' });
  });
}

/** Use the link up. Of two presses one finds it; it still has to ask for the same, since the person may have joined elsewhere. */
async function takeUp(
  tx: Tx,
  clock: Clock,
  councilId: string,
  { token, invitation: asked }: Known,
): Promise<Invitation | null> {
  const now = clock.now();
  const invitation = await readInvitation(tx, clock, councilId, token);
  if (invitation?.asks !== asked.asks) return null;
  const used = await tx
    .updateTable('one_time_links')
    .set((eb) => ({ uses_left: eb('uses_left', '-', 1), last_used_at: now }))
    .where('council_id', '=', councilId)
    .where('token_hash', '=', hashToken(token))
    .where('uses_left', '>', 0)
    .returning('subject_id')
    .executeTakeFirst();
  if (!used) return null;
  await tx
    .updateTable('staff_members')
    .set((eb) => ({ accepted_at: eb.fn.coalesce('accepted_at', eb.val(now)) }))
    .where('council_id', '=', councilId)
    .where('id', '=', invitation.staffId)
    .execute();
  return invitation;
}

async function setCredentials(tx: Tx, clock: Clock, personId: string, passwordHash: string): Promise<void> {
  await tx
    .updateTable('people')
    .set({
      password_hash: passwordHash,
      password_changed_at: clock.now(),
      totp_secret_sealed: null,
      totp_confirmed_at: null,
      totp_last_step: null,
    })
    .where('id', '=', personId)
    .execute();
  await tx.deleteFrom('recovery_codes').where('person_id', '=', personId).execute();
}

async function open(
  tx: Tx,
  clock: Clock,
  councilId: string,
  { invitation, step, oldToken }: Known & { step: Step },
): Promise<Accepted> {
  const actor = await staffActor(tx, councilId, invitation.staffId);
  if (!actor) return { ok: false, refusal: 'gone' };
  await recordAct(tx, clock, actor, {
    act: invitation.resets ? 'staff.credentials-reset' : 'staff.accepted',
    subjectType: 'staff',
    subjectId: actor.id,
  });
  const sessionToken = await beginSession(tx, clock, councilId, { staffId: actor.id, step, oldToken });
  return { ok: true, sessionToken, step };
}
