import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { beginSession } from './begin-session.ts';
import { checkSecondFactor } from './check-second-factor.ts';
import type { PendingSignIn } from './pending-sign-in.ts';
import { recordFailedSignIn, recordSignIn } from './record-sign-in.ts';
import { chargeAttempt, forgetAttempts } from './sign-in-attempts.ts';
import { staffActor } from './staff-actor.ts';

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
  const { councilId, pending, code, secret } = command;
  const charged = await chargeAttempt(tx, clock, councilId, pending.email);
  if (!charged.ok) return { ok: false, refusal: 'locked', until: charged.until };
  const checked = await checkSecondFactor(tx, clock, secret, { ...pending, code });
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
