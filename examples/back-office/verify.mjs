import { createHmac, timingSafeEqual } from 'node:crypto';

const TOLERANCE_SECONDS = 300;

/**
 * Whether a request was signed with our secret, after Standard Webhooks: HMAC-SHA256 over "id.timestamp.body" with the key
 * behind "whsec_", in base64. Several signatures may stand there, with a space between, while a secret is replaced. One
 * that is older than five minutes is a copy that somebody kept.
 */
export function verify(secret, headers, body) {
  const id = headers['webhook-id'];
  const timestamp = Number(headers['webhook-timestamp']);
  const signatures = headers['webhook-signature'];
  if (typeof id !== 'string' || typeof signatures !== 'string') return false;
  if (!(Math.abs(Date.now() / 1_000 - timestamp) <= TOLERANCE_SECONDS)) return false;
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const expected = createHmac('sha256', key).update(`${id}.${headers['webhook-timestamp']}.${body}`).digest();
  return signatures
    .split(' ')
    .filter((one) => one.startsWith('v1,'))
    .map((one) => Buffer.from(one.slice('v1,'.length), 'base64'))
    .some((one) => one.length === expected.length && timingSafeEqual(one, expected));
}
