import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { unseal } from '#platform/seal';
import { useRecoveryCode } from './recovery-codes.ts';
import { totpStep } from './totp.ts';
import './tables.ts';

type Checked = { ok: true; recoveryCodesLeft: number | null } | { ok: false; refusal: 'wrong-code' | 'used-code' };

interface Given {
  personId: string;
  totp: { sealed: Buffer | null; isConfirmed: boolean };
  /** Six digits of the app, or one of the recovery codes. */
  code: string;
}

/** Is this a code of the person's app, or a recovery code? It is used up by being right (RFC 6238, 5.2). */
export async function checkSecondFactor(
  tx: Tx,
  clock: Clock,
  secret: Buffer,
  { personId, totp, code }: Given,
): Promise<Checked> {
  const { sealed, isConfirmed } = totp;
  if (!isConfirmed || !sealed) return { ok: false, refusal: 'wrong-code' };
  if (code.replace(/\s/g, '').length > 6) {
    const left = await useRecoveryCode(tx, clock, secret, { personId, typed: code });
    return left === null ? { ok: false, refusal: 'wrong-code' } : { ok: true, recoveryCodesLeft: left };
  }
  const step = totpStep(unseal(secret, `totp:${personId}`, sealed), code, clock.now());
  if (step === null) return { ok: false, refusal: 'wrong-code' };
  const isNew = await useStep(tx, personId, step);
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
