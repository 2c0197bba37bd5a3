import type { FastifyInstance } from 'fastify';
import { outboxList } from '#modules/contacts';
import { councilConfig } from '#modules/councils';
import { may, staffOf } from '#modules/staff';
import { inCouncil } from '#platform/db';
import type { Deps } from '#platform/deps';
import { HttpError } from '#platform/http/http-error';
import { isId } from '#platform/ids';
import { OUTBOX_FILTERS, OutboxPage } from './outbox.page.tsx';

interface OutboxRoute {
  Querystring: { state?: string; before?: string };
}

/** Messages out, newest first, with what became of each. */
export function outboxDesk(inside: FastifyInstance, { db, clock }: Deps): void {
  inside.get<OutboxRoute>('/outbox', async (request, reply) => {
    const actor = staffOf(request);
    if (!may(actor, 'see-outbox')) throw new HttpError(403, 'Your sign-in does not show messages. Ask your manager.');
    const state = OUTBOX_FILTERS.find((one) => one === request.query.state) ?? 'all';
    const before = keyOf(request.query.before ?? '');
    const page = await inCouncil(db, request.councilId, async (tx) => {
      const messages = await outboxList(tx, actor, { ...(state !== 'all' && { state }), ...(before && { before }) });
      const { profile } = await councilConfig(tx, request.councilId, request.council.revision);
      return OutboxPage({ shell: request.deskShell, messages, state, zone: profile.zone, now: clock.now() });
    });
    return reply.html(page);
  });
}

function keyOf(text: string) {
  const [at = '', id = ''] = text.split('.');
  return /^\d{1,15}$/.test(at) && isId(id) ? { madeAt: new Date(Number(at)), id } : undefined;
}
