import { systemActor } from '#platform/actor';
import { inCouncil } from '#platform/db';
import type { Deps } from '#platform/deps';
import type { OutgoingMessage, SendResult, Transport } from '#platform/transports';
import { type ClaimedMessage, claimMessage } from './claim-message.ts';
import { openMessageCode } from './message-code.ts';
import { withAddresses, withCode } from './render-template.ts';
import { holdMessage, settleMessage } from './settle-message.ts';

/**
 * Hand one message to its provider. Claimed first, so that of two workers one sends; sent outside any transaction;
 * settled afterwards. Runs any number of times and sends once: what is not `queued` any more is left alone.
 */
export async function deliverMessage(
  deps: Deps,
  { councilId, messageId }: { councilId: string; messageId: string },
): Promise<void> {
  const { db, clock, transports, log } = deps;
  const claimed = await inCouncil(db, councilId, (tx) => claimMessage(tx, clock, councilId, messageId));
  if (!claimed) return;
  const transport = transports[claimed.message.channel];
  if (!transport) {
    await inCouncil(db, councilId, (tx) => holdMessage(tx, clock, claimed));
    return;
  }
  const result = await tryToSend(transport, outgoing(claimed, deps));
  if (!result.ok) log.warn({ messageId, provider: result.provider, again: result.again }, 'a message was not sent');
  await inCouncil(db, councilId, (tx) => settleMessage(tx, clock, systemActor(councilId), { claimed, result }));
}

async function tryToSend(transport: Transport, message: OutgoingMessage): Promise<SendResult> {
  try {
    return await transport.send(message);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { ok: false, provider: transport.name, again: true, reason };
  }
}

function outgoing({ message, fromName }: ClaimedMessage, { publicUrl, secret }: Deps): OutgoingMessage {
  const code = openMessageCode(secret, message.code_sealed);
  return {
    id: message.id,
    channel: message.channel,
    to: message.to_address,
    toName: message.to_name,
    subject: message.subject,
    body: withCode(withAddresses(message.body, publicUrl), code),
    replyTo: message.reply_to,
    fromName,
    attempt: message.attempts,
  };
}
