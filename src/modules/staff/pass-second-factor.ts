import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { unseal } from '#platform/seal';
import { beginSession } from './begin-session.ts';
import type { PendingSignIn } from './pending-sign-in.ts';
import { recordFailedSignIn, recordSignIn } from './record-sign-in.ts';
import { useRecoveryCode } from './recovery-codes.ts';
import { chargeAttempt, forgetAttempts } from './sign-in-attempts.ts';
import { staffActor } from './staff-actor.ts';
import { totpStep } from './totp.ts';
import './tables.ts';

interface Command {
  councilId: string;
  pending: PendingSignIn;
  /** Six digits of the app, or one of the recovery codes. */
  code: string;
  /** The house's secret, which seals what apps share with us. */
  secret: Buffer;
}

type Passed =
  | { ok: true; token: string; recoveryCodesLeft: number | null }
  | { ok: false; refusal: 'wrong-code' | 'used-code' | 'gone' }
  | { ok: false; refusal: 'locked'; until: Date };

/** The second factor. Refuses a code that was used before, even within its half minute (RFC 6238, 5.2). */
export async function passSecondFactor(tx: Tx, clock: Clock, command: Command): Promise<Passed> {
  const { councilId, pending } = command;
  const charged = await chargeAttempt(tx, clock, councilId, pending.email);
  if (!charged.ok) return { ok: false, refusal: 'locked', until: charged.until };
  const checked = await checkCode(tx, clock, command);
  if (!checked.ok) {
    await recordFailedSignIn(tx, clock, councilId, { staffId: pending.staffId, because: 'second-factor' });
    return checked;
  }
  const actor = await staffActor(tx, councilId, pending.staffId);
  if (!actor) return { ok: false, refusal: 'gone' };
  await forgetAttempts(tx, councilId, pending.email);
  await recordSignIn(tx, clock, actor, checked.recoveryCodesLeft === null ? 'second-factor' : 'recovery-code');
  const token = await beginSession(tx, clock, councilId, {
    staffId: actor.id,
    step: 'complete',
    oldToken: pending.token,
  });
  return { ok: true, token, recoveryCodesLeft: checked.recoveryCodesLeft };
}

type Checked = { ok: true; recoveryCodesLeft: number | null } | { ok: false; refusal: 'wrong-code' | 'used-code' };

async function checkCode(tx: Tx, clock: Clock, { pending, code, secret }: Command): Promise<Checked> {
  const { sealed, isConfirmed } = pending.totp;
  if (!isConfirmed || !sealed) return { ok: false, refusal: 'wrong-code' };
  if (code.replace(/\s/g, '').length > 6) {
    const left = await useRecoveryCode(tx, clock, secret, { personId: pending.personId, typed: code });
    return left === null ? { ok: false, refusal: 'wrong-code' } : { ok: true, recoveryCodesLeft: left };
  }
  const step = totpStep(unseal(secret, `totp:${pending.personId}`, sealed), code, clock.now());
  if (step === null) return { ok: false, refusal: 'wrong-code' };
  const isNew = await useStep(tx, pending.personId, step);
  return isNew ? { ok: true, recoveryCodesLeft: null } : { ok: false, refusal: 'used-code' };
}

/** Two requests with one code: the row lets the first pass and not the second. */
async function useStep(tx: Tx, personId: string, step: number): Promise<boolean> {
  const used = await tx
    .updateTable('people')
    .set({ totp_last_step: step })
    .where('id', '=', personId)
    .where((eb) => eb.or([eb('totp_last_step', 'is', null), eb('totp_last_step', '<', step)]))
    .returning('id')
    .executeTakeFirst();
  return used !== undefined;
}
