import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { hashToken } from '#platform/ids';
import type { Secret } from './ask-for-code.ts';
import { isCodeOf } from './code-of.ts';
import './tables.ts';

/** Of a million codes, so many may be tried against one sending. */
const MOST_WRONG = 5;

type CheckCodeResult =
  | { ok: true }
  | { ok: false; refusal: 'gone' | 'expired' | 'too-many-wrong' }
  | { ok: false; refusal: 'wrong'; triesLeft: number };

/** Is this the code that was sent? A try is charged before it is looked at, so a hundred at once are a hundred tries. */
export async function checkCode(
  tx: Tx,
  clock: Clock,
  { councilId, token, typed, secret }: Secret & { councilId: string; token: string; typed: string },
): Promise<CheckCodeResult> {
  const challenge = await tx
    .updateTable('account_challenges')
    .set((eb) => ({ wrong_codes: eb('wrong_codes', '+', 1) }))
    .where('council_id', '=', councilId)
    .where('token_hash', '=', hashToken(token))
    .where('used_at', 'is', null)
    .returning(['id', 'sends', 'wrong_codes', 'expires_at', 'registration_id'])
    .executeTakeFirst();
  if (!challenge) return { ok: false, refusal: 'gone' };
  if (challenge.wrong_codes > MOST_WRONG) return { ok: false, refusal: 'too-many-wrong' };
  if (challenge.expires_at <= clock.now()) return { ok: false, refusal: 'expired' };
  if (isCodeOf(secret, challenge, typed)) {
    await passChallenge(tx, clock, councilId, challenge.id);
    return { ok: true };
  }
  if (challenge.registration_id) await countWrong(tx, councilId, challenge.registration_id);
  const triesLeft = MOST_WRONG - challenge.wrong_codes;
  return triesLeft === 0 ? { ok: false, refusal: 'too-many-wrong' } : { ok: false, refusal: 'wrong', triesLeft };
}

/** The address is theirs who asked. */
export async function passChallenge(tx: Tx, clock: Clock, councilId: string, challengeId: string): Promise<void> {
  await tx
    .updateTable('account_challenges')
    .set({ passed_at: clock.now(), wrong_codes: 0 })
    .where('council_id', '=', councilId)
    .where('id', '=', challengeId)
    .execute();
}

async function countWrong(tx: Tx, councilId: string, registrationId: string): Promise<void> {
  await tx
    .updateTable('account_registrations')
    .set((eb) => ({ wrong_codes: eb('wrong_codes', '+', 1) }))
    .where('council_id', '=', councilId)
    .where('id', '=', registrationId)
    .execute();
}
