import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { staffOf } from '#modules/staff';
import { inCouncil, type Tx } from '#platform/db';
import type { Deps } from '#platform/deps';
import { HttpError } from '#platform/http/http-error';
import { readForm } from '#platform/http/read-form';
import { seeOther } from '#platform/http/request';
import { formToken } from '#platform/http/shell';
import { contactOf } from '../call/call.ts';
import { type HelpPlace, helpFacts, howOf, sendWayIn, type Typed } from './account-help.ts';
import { CustomerAccountPage } from './customer-account.page.tsx';

interface Route {
  Params: { id: string };
}

type Asking = FastifyRequest<Route>;

/** One door to the tools: where it stands, and where it goes on. */
interface Door {
  path: (id: string) => string;
  placeOf: (tx: Tx, request: Asking) => Promise<HelpPlace>;
}

const FROM_CUSTOMER: Door = {
  path: (id) => `/desk/customers/${id}`,
  placeOf: (_tx, { params }) => Promise.resolve({ customerId: params.id, contact: null }),
};

const FROM_CONTACT: Door = {
  path: (id) => `/desk/contacts/${id}`,
  async placeOf(tx, request) {
    const contact = await contactOf(tx, staffOf(request), request.params.id);
    if (contact.customerId === null) throw new HttpError(404, 'Find the customer first, then help them in.');
    if (contact.wrappedAt) throw new HttpError(404, 'This contact is finished. Begin another one with the customer.');
    return { customerId: contact.customerId, contact };
  },
};

/** Set an account up for a customer, or send them the way into it: with the customer, or in a conversation (A-14, AJ-10). */
export function customerAccountDesk(inside: FastifyInstance, deps: Deps): void {
  for (const [path, door] of [
    ['/customers/:id/account', FROM_CUSTOMER],
    ['/contacts/:id/account', FROM_CONTACT],
  ] as const) {
    inside.get<Route>(path, (request, reply) => show(deps, request, reply, { door }));
    inside.post<Route>(path, (request, reply) => send(deps, request, reply, door));
  }
}

interface Shown {
  door: Door;
  typed?: Typed;
}

async function show(deps: Deps, request: Asking, reply: FastifyReply, { door, typed }: Shown): Promise<FastifyReply> {
  const actor = staffOf(request);
  const page = await inCouncil(deps.db, actor.councilId, async (tx) => {
    const place = await door.placeOf(tx, request);
    const facts = await helpFacts({ tx, deps, actor, place });
    const { customer, account } = facts;
    const first = customer.reaches.find(({ kind }) => kind === 'email' || kind === 'mobile')?.value;
    const address = account?.email ?? account?.mobile ?? first ?? '';
    const values = typed?.values ?? { address, how: howOf(place) };
    const shown = { ...facts, hidden: formToken(reply), values, errors: typed?.errors ?? {} };
    return CustomerAccountPage({ shell: request.deskShell, path: door.path(request.params.id), ...shown });
  });
  return reply.code(typed ? 422 : 200).html(page);
}

async function send(deps: Deps, request: Asking, reply: FastifyReply, door: Door): Promise<FastifyReply> {
  const actor = staffOf(request);
  const typed = await inCouncil(deps.db, actor.councilId, async (tx) => {
    const place = await door.placeOf(tx, request);
    return sendWayIn({ tx, deps, actor, place }, readForm(request));
  });
  if (typed) return show(deps, request, reply, { door, typed });
  return seeOther(reply, door.path(request.params.id));
}
