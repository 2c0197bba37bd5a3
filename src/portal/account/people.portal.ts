import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import {
  type AccountActor,
  actsFor,
  helpersOf,
  inviteAgain,
  leaveGrant,
  readAddress,
  withdrawGrant,
} from '#modules/accounts';
import { inCouncil, type Tx } from '#platform/db';
import type { Deps } from '#platform/deps';
import { HttpError } from '#platform/http/http-error';
import { limitRate } from '#platform/http/limit-rate';
import { fieldOf, readForm } from '#platform/http/read-form';
import { seeOther } from '#platform/http/request';
import { formToken } from '#platform/http/shell';
import { isId } from '#platform/ids';
import type { Errors } from '#ui';
import { invitePortal, sendInvitation } from './invite.portal.ts';
import { onAccount } from './on-account.ts';
import { PeoplePage } from './people.page.tsx';

interface GrantRoute {
  Params: { id: string };
}

/** People who help, and whom one helps: invited again, taken back, left. */
export function peoplePortal(door: FastifyInstance, deps: Deps): void {
  const limit = { preHandler: limitRate(deps, { name: 'account-people', limit: 30, windowSeconds: 3600 }) };
  door.get(
    '/account/people',
    onAccount((request, reply, account) => show(deps, request, reply, { account })),
  );
  invitePortal(door, deps);
  door.post<GrantRoute>(
    '/account/people/:id/email',
    limit,
    onAccount<GrantRoute>((request, reply, account) => again(deps, request, reply, account)),
  );
  const ending = (path: string, end: typeof withdrawGrant) =>
    door.post<GrantRoute>(
      `/account/people/:id/${path}`,
      onAccount<GrantRoute>(async (request, reply, account) => {
        const { id } = request.params;
        if (isId(id)) await inCouncil(deps.db, account.councilId, (tx) => end(tx, deps.clock, account, id));
        return seeOther(reply, '/account/people');
      }),
    );
  ending('withdrawal', withdrawGrant);
  ending('leaving', leaveGrant);
}

async function show(
  { db, clock }: Deps,
  request: FastifyRequest,
  reply: FastifyReply,
  { account, errors }: { account: AccountActor; errors?: Errors },
): Promise<FastifyReply> {
  const { councilId, clusterId } = account;
  const people = await inCouncil(db, councilId, async (tx) => ({
    helpers: await helpersOf(tx, clock, councilId, clusterId),
    helped: (await actsFor(tx, clock, account)).filter(({ kind }) => kind !== 'owner' && kind !== 'user'),
  }));
  const page = PeoplePage({ ...request.publicShell, token: formToken(reply), ...people, ...(errors && { errors }) });
  return reply.code(errors ? 422 : 200).html(page);
}

async function again(
  deps: Deps,
  request: FastifyRequest<GrantRoute>,
  reply: FastifyReply,
  account: AccountActor,
): Promise<FastifyReply> {
  const { id } = request.params;
  const read = readAddress(fieldOf(readForm(request), 'email'));
  const wrong = (email: string) => show(deps, request, reply, { account, errors: { [`email-${id}`]: email } });
  if (!read.ok || read.channel !== 'email') return wrong('Enter an email address, like name@example.com');
  if (!isId(id)) throw new HttpError(404, 'This invitation is not here any more.');
  const sent = await inCouncil(deps.db, account.councilId, (tx) =>
    sendAgain(tx, deps, account, { id, email: read.address }),
  );
  if (sent.ok) return seeOther(reply, '/account/people');
  if (sent.refusal === 'invited-already') return wrong('You have asked this address already');
  throw new HttpError(404, 'This invitation was answered or taken back. Go back to see how it stands.');
}

async function sendAgain(tx: Tx, deps: Deps, account: AccountActor, { id, email }: { id: string; email: string }) {
  const changed = await inviteAgain(tx, deps.clock, account, { grantId: id, email });
  if (changed.ok) await sendInvitation(tx, deps, account, { ...changed, grantId: id, email });
  return changed;
}
