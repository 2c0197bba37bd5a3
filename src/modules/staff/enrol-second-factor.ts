import { recordAct } from '#platform/audit';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { seal, unseal } from '#platform/seal';
import { beginSession } from './begin-session.ts';
import type { PendingSignIn } from './pending-sign-in.ts';
import { recordSignIn } from './record-sign-in.ts';
import { makeRecoveryCodes } from './recovery-codes.ts';
import { chargeAttempt, forgetAttempts } from './sign-in-attempts.ts';
import { staffActor } from './staff-actor.ts';
import { newTotpKey, totpStep } from './totp.ts';
import './tables.ts';

/** The key that the person's app is to hold. The same one is shown until it is confirmed, so a reload does no harm. */
export async function enrolmentKey(tx: Tx, secret: Buffer, pending: PendingSignIn): Promise<string> {
  const place = placeOf(pending);
  if (pending.totp.sealed) return unseal(secret, place, pending.totp.sealed);
  const key = newTotpKey();
  const kept = await tx
    .updateTable('people')
    .set({ totp_secret_sealed: seal(secret, place, key) })
    .where('id', '=', pending.personId)
    .where('totp_secret_sealed', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return kept ? key : keyMadeMeanwhile(tx, secret, pending);
}

async function keyMadeMeanwhile(tx: Tx, secret: Buffer, pending: PendingSignIn): Promise<string> {
  const row = await tx
    .selectFrom('people')
    .select('totp_secret_sealed')
    .where('id', '=', pending.personId)
    .executeTakeFirstOrThrow();
  if (!row.totp_secret_sealed) throw new Error('a second factor was cleared while it was being set up');
  return unseal(secret, placeOf(pending), row.totp_secret_sealed);
}

interface Command {
  councilId: string;
  pending: PendingSignIn;
  code: string;
  secret: Buffer;
}

type Enrolled =
  | { ok: true; token: string; recoveryCodes: string[] }
  | { ok: false; refusal: 'wrong-code' | 'gone' }
  | { ok: false; refusal: 'locked'; until: Date };

/** Take the app on once it has shown a right code, hand out recovery codes, and open the desk. */
export async function enrolSecondFactor(tx: Tx, clock: Clock, command: Command): Promise<Enrolled> {
  const { councilId, pending, secret } = command;
  const charged = await chargeAttempt(tx, clock, councilId, pending.email);
  if (!charged.ok) return { ok: false, refusal: 'locked', until: charged.until };
  const step =
    pending.totp.sealed && totpStep(unseal(secret, placeOf(pending), pending.totp.sealed), command.code, clock.now());
  if (step === null) return { ok: false, refusal: 'wrong-code' };
  const actor = await staffActor(tx, councilId, pending.staffId);
  if (!actor || !(await confirm(tx, clock, pending.personId, step))) return { ok: false, refusal: 'gone' };
  const recoveryCodes = await makeRecoveryCodes(tx, clock, secret, pending.personId);
  await forgetAttempts(tx, councilId, pending.email);
  await recordAct(tx, clock, actor, { act: 'staff.second-factor-enrolled', subjectType: 'staff', subjectId: actor.id });
  await recordSignIn(tx, clock, actor, 'enrolment');
  const token = await beginSession(tx, clock, councilId, {
    staffId: actor.id,
    step: 'complete',
    oldToken: pending.token,
  });
  return { ok: true, token, recoveryCodes };
}

async function confirm(tx: Tx, clock: Clock, personId: string, step: number): Promise<boolean> {
  const confirmed = await tx
    .updateTable('people')
    .set({ totp_confirmed_at: clock.now(), totp_last_step: step })
    .where('id', '=', personId)
    .where('totp_confirmed_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return confirmed !== undefined;
}

function placeOf({ personId }: PendingSignIn): string {
  return `totp:${personId}`;
}
