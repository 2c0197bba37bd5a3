import { chargeAttempt, newRecoveryCodes, newTotpKey, recoveryHash, totpStep } from '#modules/staff';
import { recordAct } from '#platform/audit';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { seal, unseal } from '#platform/seal';
import { type Begun, beginAccountSession, endOtherSessions } from './account-session.ts';
import type { AccountActor } from './actor.ts';
import type { Secret } from './ask-for-code.ts';
import './tables.ts';

const RECOVERY_CODES = 8;

/** The key that the person's app is to hold. The same one is shown until it is confirmed, so a reload does no harm. */
export async function secondFactorKey(tx: Tx, actor: AccountActor, { secret }: Secret): Promise<string> {
  const row = await factorOf(tx, actor);
  if (row.totp_secret_sealed) return unseal(secret, placeOf(actor), row.totp_secret_sealed);
  const key = newTotpKey();
  await setFactor(tx, actor, { totp_secret_sealed: seal(secret, placeOf(actor), key) });
  return key;
}

type ConfirmResult = { ok: true; recoveryCodes: string[] } | { ok: false; refusal: 'wrong-code' };

/** Take the app on once it has shown a right code; from the next sign-in on it is asked for. Other sessions end. */
export async function confirmSecondFactor(
  tx: Tx,
  clock: Clock,
  actor: AccountActor,
  { secret, code, token }: Secret & { code: string; token: string | undefined },
): Promise<ConfirmResult> {
  const { totp_secret_sealed: sealed } = await factorOf(tx, actor);
  const step = sealed && totpStep(unseal(secret, placeOf(actor), sealed), code, clock.now());
  if (step === null) return { ok: false, refusal: 'wrong-code' };
  await setFactor(tx, actor, { totp_confirmed_at: clock.now(), totp_last_step: step });
  await endOtherSessions(tx, clock, actor, token);
  await act(tx, clock, actor, 'account.second-factor-set');
  return { ok: true, recoveryCodes: await keepRecoveryCodes(tx, clock, actor, secret) };
}

/** Do without it again. Other sessions end: whoever is in elsewhere came in under another rule. */
export async function removeSecondFactor(
  tx: Tx,
  clock: Clock,
  actor: AccountActor,
  token: string | undefined,
): Promise<void> {
  await setFactor(tx, actor, { totp_secret_sealed: null, totp_confirmed_at: null, totp_last_step: null });
  await tx
    .deleteFrom('account_recovery_codes')
    .where('council_id', '=', actor.councilId)
    .where('account_id', '=', actor.id)
    .execute();
  await endOtherSessions(tx, clock, actor, token);
  await act(tx, clock, actor, 'account.second-factor-removed');
}

type PassResult =
  | { ok: true; begun: Begun }
  | { ok: false; refusal: 'wrong-code' }
  | { ok: false; refusal: 'locked'; until: Date };

/** The second factor at sign-in: a code of the app, once, or a recovery code, once. Wrong ones are charged and lock. */
export async function passAccountFactor(
  tx: Tx,
  clock: Clock,
  actor: AccountActor,
  { secret, code, oldToken }: Secret & { code: string; oldToken: string },
): Promise<PassResult> {
  const charged = await chargeAttempt(tx, clock, actor.councilId, `account-factor:${actor.id}`);
  if (!charged.ok) return { ok: false, refusal: 'locked', until: charged.until };
  const isApp = code.replace(/\s/g, '').length <= 6;
  const isRight = isApp
    ? await useAppCode(tx, clock, actor, { secret, code })
    : await useRecovery(tx, clock, actor, { secret, code });
  if (!isRight) return { ok: false, refusal: 'wrong-code' };
  const by = isApp ? 'second-factor' : 'recovery-code';
  const session = { councilId: actor.councilId, accountId: actor.id, by, hasSecondFactor: false, oldToken } as const;
  return { ok: true, begun: await beginAccountSession(tx, clock, session) };
}

async function useAppCode(
  tx: Tx,
  clock: Clock,
  actor: AccountActor,
  { secret, code }: Secret & { code: string },
): Promise<boolean> {
  const { totp_secret_sealed: sealed } = await factorOf(tx, actor);
  const step = sealed && totpStep(unseal(secret, placeOf(actor), sealed), code, clock.now());
  if (step === null) return false;
  const used = await tx
    .updateTable('accounts')
    .set({ totp_last_step: step })
    .where('council_id', '=', actor.councilId)
    .where('id', '=', actor.id)
    .where('totp_last_step', '<', step)
    .returning('id')
    .executeTakeFirst();
  return used !== undefined;
}

async function useRecovery(
  tx: Tx,
  clock: Clock,
  actor: AccountActor,
  { secret, code }: Secret & { code: string },
): Promise<boolean> {
  const used = await tx
    .updateTable('account_recovery_codes')
    .set({ used_at: clock.now() })
    .where('council_id', '=', actor.councilId)
    .where('account_id', '=', actor.id)
    .where('code_hash', '=', hashOf(secret, code))
    .where('used_at', 'is', null)
    .returning('code_hash')
    .executeTakeFirst();
  return used !== undefined;
}

async function keepRecoveryCodes(
  tx: Tx,
  clock: Clock,
  { councilId, id }: AccountActor,
  secret: Buffer,
): Promise<string[]> {
  const codes = newRecoveryCodes(RECOVERY_CODES);
  await tx
    .deleteFrom('account_recovery_codes')
    .where('council_id', '=', councilId)
    .where('account_id', '=', id)
    .execute();
  const rows = codes.map((code) => ({
    council_id: councilId,
    account_id: id,
    code_hash: hashOf(secret, code),
    made_at: clock.now(),
    used_at: null,
  }));
  await tx.insertInto('account_recovery_codes').values(rows).execute();
  return codes;
}

function hashOf(secret: Buffer, code: string): Buffer {
  return recoveryHash(secret, 'account-recovery', code);
}

function factorOf(tx: Tx, { councilId, id }: AccountActor) {
  return tx
    .selectFrom('accounts')
    .select('totp_secret_sealed')
    .where('council_id', '=', councilId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
}

interface Factor {
  totp_secret_sealed?: Buffer | null;
  totp_confirmed_at?: Date | null;
  totp_last_step?: number | null;
}

async function setFactor(tx: Tx, { councilId, id }: AccountActor, factor: Factor): Promise<void> {
  await tx.updateTable('accounts').set(factor).where('council_id', '=', councilId).where('id', '=', id).execute();
}

function act(tx: Tx, clock: Clock, actor: AccountActor, name: string): Promise<void> {
  return recordAct(tx, clock, actor, { act: name, subjectType: 'account', subjectId: actor.id });
}

function placeOf({ id }: AccountActor): string {
  return `account-totp:${id}`;
}
