import { Webhook } from 'standardwebhooks';
import type { Destination } from '#modules/councils';
import type { Clock } from '#platform/clock';
import type { HandOverSettings } from '#platform/deps';
import { guardedPost, type Posted } from '#platform/guarded-post';
import type { HandOverPayload } from '../payload.ts';
import type { Carried } from './carried.ts';

type ToWebhook = Extract<Destination, { kind: 'webhook' }>;

const MOST_BYTES = 64_000;

/**
 * Send it signed, after Standard Webhooks: the id is the hand-over's own at every try, so that a receiver can tell a
 * second copy; the signature covers id, time and body. Two secrets sign twice, while one replaces the other.
 */
export async function byWebhook(
  { handOver: { values, world }, clock }: { handOver: HandOverSettings; clock: Clock },
  { address, addressFrom, secretFrom, timeoutSeconds }: ToWebhook,
  payload: HandOverPayload,
): Promise<Carried> {
  const body = JSON.stringify(payload);
  const { id } = payload.data;
  const now = clock.now();
  const secrets = (values[secretFrom] ?? '').split(/\s+/);
  const post = {
    address: address ?? values[addressFrom ?? ''] ?? '',
    headers: {
      'content-type': 'application/json',
      accept: 'application/json',
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(now.getTime() / 1_000)),
      'webhook-signature': secrets.map((secret) => new Webhook(secret).sign(id, now, body)).join(' '),
    },
    body,
    maxMilliseconds: timeoutSeconds * 1_000,
    maxBytes: MOST_BYTES,
  };
  return carried(await guardedPost(post, world), timeoutSeconds);
}

function carried(posted: Posted, timeoutSeconds: number): Carried {
  if (!posted.ok) {
    const reason =
      posted.refusal === 'too-slow' ? `It did not answer within ${timeoutSeconds} seconds` : REASONS[posted.refusal];
    return { ok: false, again: true, isAway: true, reason };
  }
  const { status } = posted;
  if (status >= 200 && status < 300) return arrived(posted);
  const again = status >= 500 || MAY_PASS.includes(status);
  const waitSeconds = again ? secondsOf(posted.headers['retry-after']) : null;
  return { ok: false, again, isAway: again, reason: reasonOf(status, again), waitSeconds };
}

/** Too slow, too early, too many: those of 400 to 499 that say nothing about what was sent. */
const MAY_PASS = [408, 425, 429];

const REASONS = {
  away: 'It could not be reached, or it broke off',
  'not-found': 'The name of its address leads nowhere',
  'not-public':
    'Its address lies where Frontdoor may not send anything: HANDOVER_NETWORKS names the networks that it may',
  'not-a-web-address': 'Its address is no web address',
} as const;

function reasonOf(status: number, again: boolean): string {
  if (again) return `It answered ${status}: it cannot take it now`;
  if (status < 400) return `It answered ${status}: it has moved. Give it its new address`;
  if (status === 401 || status === 403)
    return `It answered ${status}: it does not accept our signature. Check the secret`;
  return `It answered ${status}: it will not take this one`;
}

function secondsOf(header: string | undefined): number | null {
  return header !== undefined && /^\d{1,7}$/.test(header) ? Number(header) : null;
}

/** It has it, whatever it said: to send it again because its answer cannot be read would only make a second copy. */
function arrived({ body, headers }: Extract<Posted, { ok: true }>): Carried {
  if (body === null) return { ok: true, problem: 'It took this, but its answer was too long or broke off' };
  if (body.trim() === '' || !(headers['content-type'] ?? '').includes('json')) return { ok: true };
  try {
    return { ok: true, answer: JSON.parse(body) as unknown };
  } catch {
    return { ok: true, problem: 'It took this, but its answer is no JSON' };
  }
}
