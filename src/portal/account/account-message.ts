import type { FastifyRequest } from 'fastify';
import type { CodeAddress, CodeToSend } from '#modules/accounts';
import { CODE_MINUTES } from '#modules/accounts';
import { type MessageVariables, sealMessageCode, sendMessage } from '#modules/contacts';
import { councilConfig, type MessageMoment } from '#modules/councils';
import { systemActor } from '#platform/actor';
import type { Tx } from '#platform/db';
import type { Deps } from '#platform/deps';

interface AccountMessage {
  moment: MessageMoment;
  /** The same key is the same message. */
  key: string;
  to: CodeAddress & { name: string; customerId?: string };
  variables: MessageVariables;
  code?: string;
}

/** Write to somebody about their account. It always goes: no cap, choice or quiet hour keeps it back. */
export async function accountMessage(
  tx: Tx,
  { clock, secret }: Pick<Deps, 'clock' | 'secret'>,
  councilId: string,
  { moment, key, to, variables, code }: AccountMessage,
): Promise<void> {
  const { profile } = await councilConfig(tx, councilId);
  const { channel, address, name, customerId } = to;
  const sent = await sendMessage(tx, clock, systemActor(councilId), {
    key,
    template: profile.settings.templates[moment],
    variables: { name, phone: profile.phone, minutes: String(CODE_MINUTES), ...variables },
    to: { name, customerId, ...(channel === 'email' ? { email: address } : { phone: address }) },
    channel,
    ...(code !== undefined && { sealedCode: sealMessageCode(secret, code) }),
  });
  if (!sent.ok) throw new Error(`the council has no message for ${moment}`);
}

/** Send a code, with the link that does the same. */
export function sendCode(tx: Tx, deps: Deps, { councilId }: FastifyRequest, toSend: CodeToSend): Promise<void> {
  const { challengeId, sending, channel, address, code, linkToken } = toSend;
  return accountMessage(tx, deps, councilId, {
    moment: 'account-code',
    key: `account-code:${challengeId}:${String(sending)}`,
    to: { channel, address, name: '' },
    variables: { track: `/account/open/${linkToken}` },
    code,
  });
}
