import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import {
  type AccountActor,
  changeUserRole,
  inviteUser,
  inviteUserAgain,
  readAddress,
  removeUser,
} from '#modules/accounts';
import { inCouncil, type Tx } from '#platform/db';
import type { Deps } from '#platform/deps';
import { HttpError } from '#platform/http/http-error';
import { limitRate } from '#platform/http/limit-rate';
import { fieldOf, readForm } from '#platform/http/read-form';
import { seeOther } from '#platform/http/request';
import { isId } from '#platform/ids';
import { accountMessage } from './account-message.ts';
import { onAccount } from './on-account.ts';
import { LAST_OWNER, ORGANISATIONS, type OrganisationRoute, showOrganisation } from './show-organisation.ts';
import { nameProblem, typedLine } from './typed-line.ts';

interface UserRoute {
  Params: { id: string; user: string };
}

const PATH = `${ORGANISATIONS}/:id/users`;
const EMAIL = 'Enter an email address, like name@example.com';
const ASKED = 'You have asked this address already, or it belongs to somebody who is on the list';

/** An organisation's people: asked, asked again at another address, made owner, taken off. For its owners. */
export function organisationUsersPortal(door: FastifyInstance, deps: Deps): void {
  const limit = { preHandler: limitRate(deps, { name: 'account-people', limit: 30, windowSeconds: 3600 }) };
  door.post<OrganisationRoute>(
    PATH,
    limit,
    onAccount<OrganisationRoute>((request, reply, account) => invite(deps, request, reply, account)),
  );
  door.post<UserRoute>(
    `${PATH}/:user/email`,
    limit,
    onAccount<UserRoute>((request, reply, account) => again(deps, request, reply, account)),
  );
  door.post<UserRoute>(
    `${PATH}/:user/role`,
    onAccount<UserRoute>((request, reply, account) => {
      const role = fieldOf(readForm(request), 'role') === 'owner' ? 'owner' : 'user';
      return change(deps, request, reply, {
        account,
        act: (tx, ids) => changeUserRole(tx, deps.clock, account, { ...ids, role }),
      });
    }),
  );
  door.post<UserRoute>(
    `${PATH}/:user/removal`,
    onAccount<UserRoute>((request, reply, account) =>
      change(deps, request, reply, { account, act: (tx, ids) => removeUser(tx, deps.clock, account, ids) }),
    ),
  );
}

async function invite(
  deps: Deps,
  request: FastifyRequest<OrganisationRoute>,
  reply: FastifyReply,
  account: AccountActor,
): Promise<FastifyReply> {
  const form = readForm(request);
  const values = { name: typedLine(form, 'name'), email: typedLine(form, 'email'), role: fieldOf(form, 'role') };
  const wrong = (errors: Record<string, string>) => showOrganisation(deps, request, reply, { account, values, errors });
  const name = nameProblem(values.name)?.replace('your', 'their');
  const read = readAddress(values.email);
  const isEmail = read.ok && read.channel === 'email';
  if (name !== undefined || !isEmail)
    return wrong({ ...(name !== undefined && { name }), ...(!isEmail && { email: EMAIL }) });
  const { id: grantId } = idsOf(request);
  const role = values.role === 'owner' ? 'owner' : 'user';
  const sent = await inCouncil(deps.db, account.councilId, async (tx) => {
    const to = { grantId, name: values.name, email: read.address, role } as const;
    const invited = await inviteUser(tx, deps.clock, account, to);
    if (invited.ok) await send(tx, deps, account, { ...invited, name: to.name, email: to.email });
    return invited;
  });
  if (sent.ok) return seeOther(reply, `${ORGANISATIONS}/${grantId}`);
  return sent.refusal === 'invited-already' ? wrong({ email: ASKED }) : refuse(sent.refusal);
}

async function again(
  deps: Deps,
  request: FastifyRequest<UserRoute>,
  reply: FastifyReply,
  account: AccountActor,
): Promise<FastifyReply> {
  const { id: grantId, user: userId } = idsOf(request);
  const read = readAddress(typedLine(readForm(request), 'email'));
  const wrong = (email: string) =>
    showOrganisation(deps, request, reply, { account, errors: { [`email-${userId}`]: email } });
  if (!read.ok || read.channel !== 'email') return wrong(EMAIL);
  const sent = await inCouncil(deps.db, account.councilId, async (tx) => {
    const to = { grantId, userId, email: read.address };
    const invited = await inviteUserAgain(tx, deps.clock, account, to);
    if (invited.ok) await send(tx, deps, account, { ...invited, userId, email: to.email });
    return invited;
  });
  if (sent.ok) return seeOther(reply, `${ORGANISATIONS}/${grantId}`);
  return sent.refusal === 'invited-already' ? wrong(ASKED) : refuse(sent.refusal);
}

interface Change {
  account: AccountActor;
  act: (
    tx: Tx,
    ids: { grantId: string; userId: string },
  ) => Promise<{ ok: true } | { ok: false; refusal: 'not-owner' | 'not-found' | 'last-owner' }>;
}

async function change(
  deps: Deps,
  request: FastifyRequest<UserRoute>,
  reply: FastifyReply,
  { account, act }: Change,
): Promise<FastifyReply> {
  const { id: grantId, user: userId } = idsOf(request);
  const done = await inCouncil(deps.db, account.councilId, (tx) => act(tx, { grantId, userId }));
  if (done.ok) return seeOther(reply, userId === grantId ? ORGANISATIONS : `${ORGANISATIONS}/${grantId}`);
  if (done.refusal !== 'last-owner') return refuse(done.refusal);
  return showOrganisation(deps, request, reply, { account, errors: { [`user-${userId}`]: LAST_OWNER } });
}

function refuse(refusal: 'not-owner' | 'not-found'): never {
  throw refusal === 'not-owner'
    ? new HttpError(403, 'Only an owner of this organisation can do that. Ask one of them.')
    : new HttpError(404, 'That person is not on the list any more. Go back to see how it stands.');
}

function idsOf<Params extends { id: string; user?: string }>({ params }: { params: Params }): Params {
  if (isId(params.id) && (params.user === undefined || isId(params.user))) return params;
  throw new HttpError(404, 'That is not here. Go back to your organisations.');
}

interface Invited {
  userId: string;
  name: string;
  email: string;
  path: string;
  organisation: string;
}

/** The invitation by email: which organisation asks, for what, and the link. */
function send(
  tx: Tx,
  deps: Deps,
  { councilId }: AccountActor,
  { userId, name, email, path, organisation }: Invited,
): Promise<void> {
  return accountMessage(tx, deps, councilId, {
    moment: 'account-invitation',
    key: `account-invitation:${userId}:${email}:${String(deps.clock.now().getTime())}`,
    to: { channel: 'email', address: email, name: organisation },
    variables: {
      helper: name,
      reason: 'see how their requests are going; ask us for things in their name',
      track: path,
    },
  });
}
