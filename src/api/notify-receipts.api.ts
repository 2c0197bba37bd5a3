import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { takeReceipt } from '#modules/contacts';
import type { Deps } from '#platform/deps';
import { HttpError } from '#platform/http/http-error';

const receipt = z.looseObject({
  id: z.string().min(1).max(100),
  /** Our own id of the message; null for one that was sent by hand at Notify. */
  reference: z.string().max(1_000).nullish(),
  status: z.string().max(100),
});

/** Notify's last words (https://docs.notifications.service.gov.uk/rest-api.html, "Delivery receipts"); others are on the way. */
const NOT_DELIVERED: Readonly<Record<string, string>> = {
  'permanent-failure': 'GOV.UK Notify: the address or number does not exist',
  'temporary-failure': 'GOV.UK Notify: it could not be delivered for three days',
  'technical-failure': 'GOV.UK Notify: a fault at the provider',
};

/** What GOV.UK Notify says about a message after it took it. The address and its bearer token are set in Notify's settings. */
export function notifyReceiptsApi(door: FastifyInstance, deps: Deps): void {
  const { notifyCallbackToken } = deps;
  door.post('/notify/receipts', async (request, reply) => {
    if (notifyCallbackToken === null) throw new HttpError(404, 'Receipts are taken once NOTIFY_CALLBACK_TOKEN is set.');
    const token = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1];
    if (token === undefined || !isSame(token, notifyCallbackToken)) {
      reply.header('www-authenticate', 'Bearer');
      throw new HttpError(401, 'Send the bearer token that was agreed for receipts.');
    }
    const read = receipt.safeParse(request.body);
    if (!read.success) {
      const field = read.error.issues[0]?.path.join('.') || 'body';
      throw new HttpError(400, `${field} is not as in a delivery receipt of GOV.UK Notify.`, field);
    }
    await take(deps, read.data);
    return reply.code(204).send();
  });
}

/** One that is not about a message of ours is answered like any other: Notify would send it again and again. */
async function take(
  { db, clock }: Deps,
  { id: providerId, reference, status }: z.output<typeof receipt>,
): Promise<void> {
  const messageId = z.uuid().safeParse(reference);
  if (!messageId.success) return;
  const reason = NOT_DELIVERED[status] ?? null;
  const isDelivered = status === 'delivered' ? true : reason === null ? undefined : false;
  await takeReceipt(db, clock, { messageId: messageId.data, provider: 'notify', providerId, isDelivered, reason });
}

/** Compared by hash, so that the time it takes says nothing about the token. */
function isSame(given: string, wanted: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(given), hash(wanted));
}
