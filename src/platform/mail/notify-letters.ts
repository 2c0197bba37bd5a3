import type { NotifyClient } from 'notifications-node-client';
import { z } from 'zod';
import type { Fate, OutgoingMessage, Transport } from '../transports.ts';
import { connect, knownId, type NotifyOptions, refusal, TIMEOUT_MS, within } from './notify-transport.ts';

const FEWEST_LINES = 3;
const MOST_LINES = 7;

const taken = z.looseObject({ data: z.looseObject({ id: z.string() }) });
const asked = z.looseObject({ data: z.looseObject({ status: z.string() }) });

/**
 * Letters by GOV.UK Notify, which prints and posts them. As for a mail, its reference is the message's id, and it is asked
 * for that before a second try. Its status of a letter must be asked for: there are no receipts for letters.
 */
export function notifyLetters({ apiKey, url, template, timeoutMs = TIMEOUT_MS }: NotifyOptions): Transport {
  let connected: Promise<NotifyClient> | undefined;
  const clientOf = (): Promise<NotifyClient> => (connected ??= connect(url, apiKey));
  return {
    name: 'notify',
    async send(message) {
      const lines = addressLines(message);
      if (lines === undefined) return { ok: false, provider: 'notify', again: false, reason: NO_ADDRESS };
      try {
        const client = await clientOf();
        const send = async (): Promise<string> => {
          const earlier = message.attempt > 1 ? await knownId(client, 'letter', message.id) : undefined;
          return earlier ?? (await post(client, template, message, lines));
        };
        return { ok: true, provider: 'notify', providerId: await within(timeoutMs, send()) };
      } catch (error) {
        return refusal(error);
      }
    },
    async fateOf(providerId) {
      const client = await clientOf();
      const answer = asked.parse(await within(timeoutMs, client.getNotificationById(providerId)));
      return fateOf(answer.data.status);
    },
  };
}

const NO_ADDRESS = 'the address has not enough lines for a letter: it is posted by hand';

/** Name, address and postcode on three to seven lines; undefined where there are too few. What is too much shares a line. */
function addressLines({ to, toName }: OutgoingMessage): string[] | undefined {
  const parts = [toName ?? 'The householder', ...to.split(',')]
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (parts.length < FEWEST_LINES) return undefined;
  if (parts.length <= MOST_LINES) return parts;
  const ends = parts.slice(-(MOST_LINES - 2));
  return [parts[0] ?? '', parts.slice(1, -(MOST_LINES - 2)).join(', '), ...ends];
}

async function post(
  client: NotifyClient,
  template: string,
  { id, subject, body }: OutgoingMessage,
  lines: readonly string[],
): Promise<string> {
  const address = Object.fromEntries(lines.map((line, index) => [`address_line_${String(index + 1)}`, line]));
  const personalisation = { ...address, subject: subject ?? '', body };
  return taken.parse(await client.sendLetter(template, { personalisation, reference: id })).data.id;
}

/** Notify's words for a letter (https://docs.notifications.service.gov.uk/rest-api.html, "Letter status descriptions"). */
const FAILED: Readonly<Record<string, string>> = {
  'permanent-failure': 'GOV.UK Notify: the letter could not be printed or posted',
  'technical-failure': 'GOV.UK Notify: a fault at the printer',
  'validation-failed': 'GOV.UK Notify: the letter did not fit its form',
  cancelled: 'GOV.UK Notify: the letter was cancelled there',
};

function fateOf(status: string): Fate {
  const reason = FAILED[status];
  if (reason !== undefined) return { is: 'failed', reason };
  return { is: status === 'received' ? 'delivered' : 'on-its-way' };
}
