import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { type CodeToSend, codeExpiry, codeToSend, countSending, type Secret } from './ask-for-code.ts';
import type { Challenge } from './challenge-of.ts';
import './tables.ts';

type SendAgainResult = { ok: true; toSend: CodeToSend } | { ok: false; refusal: 'too-many'; retryAfterSeconds: number };

/** Another code to the same address. Wrong tries start anew: the code is another one. */
export async function sendCodeAgain(
  tx: Tx,
  clock: Clock,
  { councilId, challenge, secret }: Secret & { councilId: string; challenge: Challenge },
): Promise<SendAgainResult> {
  const { id, channel, address, registrationId } = challenge;
  const counted = await countSending(tx, clock, { councilId, address, secret });
  if (!counted.ok) return { ok: false, refusal: 'too-many', retryAfterSeconds: counted.retryAfterSeconds };
  const { sends } = await tx
    .updateTable('account_challenges')
    .set((eb) => ({ sends: eb('sends', '+', 1), wrong_codes: 0, sent_at: clock.now(), expires_at: codeExpiry(clock) }))
    .where('council_id', '=', councilId)
    .where('id', '=', id)
    .returning('sends')
    .executeTakeFirstOrThrow();
  if (registrationId) await countResend(tx, councilId, registrationId);
  const sent = { councilId, secret, challengeId: id, sending: sends, channel, address };
  return { ok: true, toSend: await codeToSend(tx, clock, sent) };
}

async function countResend(tx: Tx, councilId: string, registrationId: string): Promise<void> {
  await tx
    .updateTable('account_registrations')
    .set((eb) => ({ sends: eb('sends', '+', 1) }))
    .where('council_id', '=', councilId)
    .where('id', '=', registrationId)
    .execute();
}
