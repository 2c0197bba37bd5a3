import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { caseLines } from '#modules/cases';
import { messageView, outboxList, retryMessage } from '#modules/contacts';
import { councilConfig } from '#modules/councils';
import { may, type StaffActor, staffOf } from '#modules/staff';
import { recordRead } from '#platform/audit';
import { inCouncil } from '#platform/db';
import type { Deps } from '#platform/deps';
import { HttpError } from '#platform/http/http-error';
import { seeOther } from '#platform/http/request';
import { formToken } from '#platform/http/shell';
import { isId } from '#platform/ids';
import type { Errors } from '#ui';
import { MessagePage } from './message.page.tsx';
import { OUTBOX_FILTERS, OutboxPage } from './outbox.page.tsx';

interface OutboxRoute {
  Querystring: { state?: string; before?: string };
}
interface MessageRoute {
  Params: { id: string };
}

/** Messages out: the list newest first, one of them with every try, and trying again. */
export function outboxDesk(inside: FastifyInstance, deps: Deps): void {
  const { db, clock, publicUrl } = deps;
  inside.get<OutboxRoute>('/outbox', async (request, reply) => {
    const actor = readerOf(request);
    const state = OUTBOX_FILTERS.find((one) => one === request.query.state) ?? 'all';
    const filter = { before: keyOf(request.query.before ?? ''), ...(state !== 'all' && { state }) };
    const page = await inCouncil(db, request.councilId, async (tx) => {
      const found = await outboxList(tx, actor, filter, A_PAGE + 1);
      const messages = found.slice(0, A_PAGE);
      const last = found.length > A_PAGE ? messages.at(-1) : undefined;
      const next = last ? `${last.madeAt.getTime()}.${last.id}` : null;
      const { profile } = await councilConfig(tx, request.councilId, request.council.revision);
      const shown = { messages, state, next, publicUrl, zone: profile.zone, now: clock.now() };
      return OutboxPage({ shell: request.deskShell, ...shown });
    });
    return reply.html(page);
  });

  inside.get<MessageRoute>('/outbox/:id', (request, reply) => message(request, reply, deps));

  inside.post<MessageRoute>('/outbox/:id/retry', async (request, reply) => {
    const actor = readerOf(request);
    const messageId = idOf(request);
    const retried = await inCouncil(db, request.councilId, (tx) => retryMessage(tx, clock, actor, { messageId }));
    if (retried.ok) return seeOther(reply, `/desk/outbox/${messageId}`);
    if (retried.refusal === 'not-found') throw new HttpError(404, NOT_THERE);
    if (retried.refusal === 'not-allowed') throw new HttpError(403, NOT_YOURS);
    return message(request, reply, deps, { message: 'Somebody has tried it already, or it has gone' });
  });
}

const A_PAGE = 50;
const NOT_YOURS = 'Your sign-in does not show messages. Ask your manager.';
const NOT_THERE = 'There is no such message. Choose one from the list.';

async function message(
  request: FastifyRequest<MessageRoute>,
  reply: FastifyReply,
  { db, clock, publicUrl }: Deps,
  errors?: Errors,
): Promise<FastifyReply> {
  const actor = readerOf(request);
  const messageId = idOf(request);
  const page = await inCouncil(db, request.councilId, async (tx) => {
    const view = await messageView(tx, actor, messageId);
    if (!view) throw new HttpError(404, NOT_THERE);
    const read = { act: 'message.read', subjectType: 'message', subjectId: messageId, purpose: 'outbox' };
    await recordRead(tx, clock, actor, read);
    const [about] = await caseLines(tx, request.councilId, { caseIds: view.caseId === null ? [] : [view.caseId] });
    const { profile } = await councilConfig(tx, request.councilId, request.council.revision);
    const reference = about?.reference ?? null;
    const shown = { message: view, reference, errors, publicUrl, zone: profile.zone, now: clock.now() };
    return MessagePage({ shell: request.deskShell, hidden: formToken(reply), ...shown });
  });
  return reply.code(errors ? 409 : 200).html(page);
}

function readerOf(request: FastifyRequest): StaffActor {
  const actor = staffOf(request);
  if (!may(actor, 'see-outbox')) throw new HttpError(403, NOT_YOURS);
  return actor;
}

function idOf({ params }: FastifyRequest<MessageRoute>): string {
  if (!isId(params.id)) throw new HttpError(404, NOT_THERE);
  return params.id;
}

function keyOf(text: string) {
  const [at = '', id = ''] = text.split('.');
  return /^\d{1,15}$/.test(at) && isId(id) ? { madeAt: new Date(Number(at)), id } : undefined;
}
