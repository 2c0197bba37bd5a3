import type { Destination } from '#modules/councils';
import type { OutgoingMessage, Transport } from '#platform/transports';
import type { HandOverPayload } from '../payload.ts';
import type { Carried } from './carried.ts';

interface Mail {
  transport: Transport;
  fromName: string;
  /** 1 on the first try. */
  attempt: number;
}

/** Mail it as plain text to the address that the council wrote down. Its id is the message's, so a double is recognised. */
export async function byEmail(
  { transport, fromName, attempt }: Mail,
  destination: Extract<Destination, { kind: 'email' }>,
  payload: HandOverPayload,
): Promise<Carried> {
  const { id, reference, service } = payload.data;
  const message: OutgoingMessage = {
    id,
    channel: 'email',
    to: destination.address,
    toName: destination.name.en,
    subject: `${reference}: ${service.name}`,
    body: bodyOf(payload),
    replyTo: null,
    fromName,
    attempt,
  };
  const sent = await transport.send(message);
  return sent.ok ? { ok: true } : { ok: false, again: sent.again, isAway: sent.again, reason: sent.reason };
}

function bodyOf({ timestamp, data }: HandOverPayload): string {
  const lines = [
    `${data.service.name}, ${data.reference}, accepted ${timestamp}`,
    ...data.people.map(({ role, name, email, phone }) => `${role}: ${[name, email, phone].filter(Boolean).join(', ')}`),
    ...(data.place.words === null
      ? []
      : [`Where: ${[data.place.words, data.place.postcode].filter(Boolean).join(', ')}`]),
    '',
    ...data.inWords.flatMap(({ question, answer }) => [question, answer, '']),
    ...(data.files.length > 0 ? [`Files at the desk: ${data.files.map(({ name }) => name).join(', ')}`] : []),
  ];
  return lines.join('\n');
}
