import { setTimeout } from 'node:timers/promises';
import type { NotifyClient } from 'notifications-node-client';
import { z } from 'zod';
import type { OutgoingMessage, SendResult, Transport } from '../transports.ts';

export interface NotifyOptions {
  apiKey: string;
  /** Base address of the API; another one in tests. */
  url: string;
  /** A template of ours at Notify that holds nothing but ((subject)) and ((body)), or ((body)) for a text. */
  template: string;
  /** How long an answer is waited for: Notify's client itself waits for ever, and the queue with it. */
  timeoutMs?: number;
}

export const TIMEOUT_MS = 20_000;

const accepted = z.looseObject({ data: z.looseObject({ id: z.string() }) });
const listed = z.looseObject({ data: z.looseObject({ notifications: z.array(z.looseObject({ id: z.string() })) }) });

/**
 * Email or text by GOV.UK Notify. Its own reference is the message's id; on a second try Notify is asked first whether
 * it has that reference, since it would send a repeated one again.
 */
export function notifyTransport(
  channel: 'email' | 'sms',
  { apiKey, url, template, timeoutMs = TIMEOUT_MS }: NotifyOptions,
): Transport {
  let connected: Promise<NotifyClient> | undefined;
  return {
    name: 'notify',
    async send(message) {
      try {
        connected ??= connect(url, apiKey);
        const client = await connected;
        const send = async (): Promise<string> => {
          const earlier = message.attempt > 1 ? await knownId(client, channel, message.id) : undefined;
          return earlier ?? (await post(client, channel, template, message));
        };
        return { ok: true, provider: 'notify', providerId: await within(timeoutMs, send()) };
      } catch (error) {
        return refusal(error);
      }
    },
  };
}

/** What arrives too late is not lost: the next try asks whether Notify has the message already. */
export async function within<T>(milliseconds: number, answer: Promise<T>): Promise<T> {
  const waiting = new AbortController();
  const late = setTimeout(milliseconds, undefined, { signal: waiting.signal }).then(() => {
    throw new Error(`GOV.UK Notify did not answer within ${String(milliseconds / 1000)} seconds`);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    waiting.abort();
  }
}

// Loaded when the first message leaves: a process that sends none need not carry it.
export async function connect(url: string, apiKey: string): Promise<NotifyClient> {
  const { NotifyClient: Client } = await import('notifications-node-client');
  return new Client(url, apiKey);
}

export async function knownId(
  client: NotifyClient,
  channel: 'email' | 'sms' | 'letter',
  reference: string,
): Promise<string | undefined> {
  const answer = listed.parse(await client.getNotifications(channel, undefined, reference));
  return answer.data.notifications[0]?.id;
}

async function post(
  client: NotifyClient,
  channel: 'email' | 'sms',
  template: string,
  { id, to, subject, body }: OutgoingMessage,
): Promise<string> {
  const answer =
    channel === 'email'
      ? await client.sendEmail(template, to, { personalisation: { subject: subject ?? '', body }, reference: id })
      : await client.sendSms(template, to, { personalisation: { body }, reference: id });
  return accepted.parse(answer).data.id;
}

const TOO_MANY = 429;
const NOT_ALLOWED = 403;
const SERVER_ERROR = 500;

const failed = z.looseObject({
  response: z.looseObject({
    status: z.int(),
    data: z.looseObject({ errors: z.array(z.looseObject({ error: z.string(), message: z.string() })) }).optional(),
  }),
});

/** A wrong address (400) is final. Too many, our key refused, or Notify away may pass. */
export function refusal(error: unknown): SendResult {
  const answer = failed.safeParse(error);
  if (!answer.success) {
    return {
      ok: false,
      provider: 'notify',
      again: true,
      reason: error instanceof Error ? error.message : String(error),
    };
  }
  const { status, data } = answer.data.response;
  const again = status === TOO_MANY || status === NOT_ALLOWED || status >= SERVER_ERROR;
  const said = data?.errors.map(({ error: kind, message }) => `${kind}: ${message}`).join('; ');
  return { ok: false, provider: 'notify', again, reason: said ?? `GOV.UK Notify answered ${status}` };
}
