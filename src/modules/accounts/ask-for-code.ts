import { createHmac } from 'node:crypto';
import { makeLink } from '#modules/staff';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { hashToken, newId, newToken } from '#platform/ids';
import { countUse } from '#platform/rate-limit';
import { codeOf } from './code-of.ts';
import type { CodeAddress } from './read-address.ts';
import './tables.ts';

/** A code and its link are good for this long; said in the message. */
export const CODE_MINUTES = 15;
/** Messages to one address in an hour, whoever asks: nobody's phone is flooded through our door. */
const SENDS_AN_HOUR = 6;
export const LINK_PURPOSE = 'account-code';

/** A right to use the house's secret: codes are made and checked with it. */
export interface Secret {
  secret: Buffer;
}

interface AskForCode extends CodeAddress, Secret {
  councilId: string;
  purpose: 'sign-in' | 'address';
  registrationId?: string | null;
  /** Whose new address it is, where a signed-in person proves one. */
  accountId?: string | null;
}

/** What the message has to carry; `token` is for the browser that asked. */
export interface CodeToSend extends CodeAddress {
  challengeId: string;
  sending: number;
  code: string;
  linkToken: string;
}

export type AskResult =
  | { ok: true; token: string; toSend: CodeToSend }
  | { ok: false; refusal: 'too-many'; retryAfterSeconds: number };

/**
 * Begin to prove an address by a code sent there. It is the same for an address that has an account and one that has
 * none: which it is shows only to whoever reads its messages.
 */
export async function askForCode(tx: Tx, clock: Clock, asked: AskForCode): Promise<AskResult> {
  const counted = await countSending(tx, clock, asked);
  if (!counted.ok) return { ok: false, refusal: 'too-many', retryAfterSeconds: counted.retryAfterSeconds };
  const token = newToken();
  const challengeId = newId(clock);
  const { councilId, channel, address } = asked;
  await tx
    .insertInto('account_challenges')
    .values({
      council_id: councilId,
      id: challengeId,
      token_hash: hashToken(token),
      purpose: asked.purpose,
      channel,
      address,
      registration_id: asked.registrationId ?? null,
      account_id: asked.accountId ?? null,
      made_at: clock.now(),
      sent_at: clock.now(),
      expires_at: codeExpiry(clock),
    })
    .execute();
  return { ok: true, token, toSend: await codeToSend(tx, clock, { ...asked, challengeId, sending: 1 }) };
}

export function codeExpiry(clock: Clock): Date {
  return new Date(clock.now().getTime() + CODE_MINUTES * 60_000);
}

export function countSending(
  tx: Tx,
  clock: Clock,
  { councilId, address, secret }: Secret & { councilId: string; address: string },
) {
  const who = createHmac('sha256', secret).update(address).digest('base64url').slice(0, 22);
  return countUse(tx, clock, councilId, { key: `account-code:${who}`, limit: SENDS_AN_HOUR, windowSeconds: 3600 });
}

/** The code of one sending, with a link that does the same for whoever reads the message on another device. */
export async function codeToSend(
  tx: Tx,
  clock: Clock,
  {
    councilId,
    secret,
    challengeId,
    sending,
    channel,
    address,
  }: Secret & CodeAddress & { councilId: string; challengeId: string; sending: number },
): Promise<CodeToSend> {
  const to = { purpose: LINK_PURPOSE, subjectType: 'account-challenge', subjectId: challengeId };
  const linkToken = await makeLink(tx, clock, { councilId, ...to, expiresAt: codeExpiry(clock) });
  return { challengeId, sending, channel, address, code: codeOf(secret, challengeId, sending), linkToken };
}
