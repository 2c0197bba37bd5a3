import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import {
  type AccountActor,
  accountOf,
  answerInvitation,
  GRANT_SCOPES,
  type GrantScope,
  invitationOfLink,
  inviteHelper,
  readAddress,
} from '#modules/accounts';
import { inCouncil, type Tx } from '#platform/db';
import type { Deps } from '#platform/deps';
import { limitRate } from '#platform/http/limit-rate';
import { fieldOf, readForm, type SubmittedForm } from '#platform/http/read-form';
import { seeOther } from '#platform/http/request';
import { formToken } from '#platform/http/shell';
import { keepAddressSecret } from '../keep-address-secret.ts';
import { accountMessage } from './account-message.ts';
import { withBack } from './account-paths.ts';
import { onAccount } from './on-account.ts';
import { InvitationPage, InvitationProblemPage, InvitePage, SCOPE_WORDS } from './people.page.tsx';
import { nameProblem, typedLine } from './typed-line.ts';

interface LinkRoute {
  Params: { token: string };
}

/** Ask somebody to help, and what they open. */
export function invitePortal(door: FastifyInstance, deps: Deps): void {
  const limit = { preHandler: limitRate(deps, { name: 'account-people', limit: 30, windowSeconds: 3600 }) };
  const page = (request: FastifyRequest, reply: FastifyReply) =>
    reply.html(InvitePage({ ...request.publicShell, token: formToken(reply), values: { scopes: ['see'] } }));
  door.get('/account/people/invite', onAccount(page));
  door.post(
    '/account/people/invite',
    limit,
    onAccount((request, reply, account) => invite(deps, request, reply, account)),
  );
  door.register((links) => {
    keepAddressSecret(links);
    links.get<LinkRoute>('/account/invitations/:token', limit, (request, reply) => open(deps, request, reply));
    links.post<LinkRoute>('/account/invitations/:token', limit, (request, reply) => answer(deps, request, reply));
    return Promise.resolve();
  });
}

const KINDS = ['relative', 'landlord', 'organisation', 'other'] as const;

async function invite(
  deps: Deps,
  request: FastifyRequest,
  reply: FastifyReply,
  account: AccountActor,
): Promise<FastifyReply> {
  const form = readForm(request);
  const read = readInvitation(form, deps.clock.now());
  const wrong = (errors: Record<string, string | undefined>) =>
    reply.code(422).html(InvitePage({ ...request.publicShell, token: formToken(reply), values: read.values, errors }));
  if (!read.invitation) return wrong(read.errors);
  const { invitation } = read;
  const sent = await inCouncil(deps.db, account.councilId, async (tx) => {
    const made = await inviteHelper(tx, deps.clock, account, invitation);
    if (made.ok) await sendInvitation(tx, deps, account, { ...invitation, ...made });
    return made;
  });
  return sent.ok
    ? seeOther(reply, '/account/people')
    : wrong({ email: 'You have asked this address already. Go back to send it again' });
}

function readInvitation(form: SubmittedForm, now: Date) {
  const scopes = (form.fields['scopes'] ?? []).filter((one): one is GrantScope =>
    GRANT_SCOPES.some((scope) => scope === one),
  );
  const values = {
    name: typedLine(form, 'name'),
    email: typedLine(form, 'email'),
    kind: fieldOf(form, 'kind'),
    scopes,
    endsOn: typedLine(form, 'endsOn'),
  };
  const address = readAddress(values.email);
  const kind = KINDS.find((one) => one === values.kind);
  const endsOn = readDay(values.endsOn);
  const isEmail = address.ok && address.channel === 'email';
  const errors = {
    ...whoErrors(values.name, { isEmail, hasKind: kind !== undefined }),
    ...whatErrors(scopes, endsOn, now),
  };
  const isGood = Object.values(errors).every((error) => error === undefined);
  const invitation =
    isGood && isEmail && kind && endsOn !== undefined
      ? { kind, name: values.name, email: address.address, scopes, endsOn }
      : undefined;
  return { values, errors, invitation };
}

function whoErrors(
  name: string,
  { isEmail, hasKind }: { isEmail: boolean; hasKind: boolean },
): Record<string, string | undefined> {
  return {
    name: nameProblem(name)?.replace('your', 'their'),
    ...(!isEmail && { email: 'Enter an email address, like name@example.com' }),
    ...(!hasKind && { kind: 'Choose who they are to you' }),
  };
}

function whatErrors(scopes: readonly string[], endsOn: string | null | undefined, now: Date): Record<string, string> {
  return {
    ...(scopes.length === 0 && { scopes: 'Choose at least one thing that they may do' }),
    ...(endsOn === undefined && { endsOn: 'Enter a day, month and year, such as 31 12 2026' }),
    ...(endsOn && endsOn < now.toISOString().slice(0, 10) && { endsOn: 'Enter a day that is still to come' }),
  };
}

/** "31 12 2026" or "31/12/2026" as `YYYY-MM-DD`; null for nothing, undefined for no date. */
function readDay(typed: string): string | null | undefined {
  if (typed === '') return null;
  const [day = 0, month = 0, year = 0] = typed.split(/[\s/.-]+/).map(Number);
  if (!(year >= 2000 && year <= 9999)) return undefined;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.toISOString().slice(0, 10) : undefined;
}

interface Sent {
  grantId: string;
  name: string;
  email: string;
  scopes: readonly string[];
  path: string;
}

/** The invitation by email: who asks, for what, and the link. */
export function sendInvitation(
  tx: Tx,
  deps: Deps,
  account: AccountActor,
  { grantId, name, email, scopes, path }: Sent,
): Promise<void> {
  const what = scopes.map((scope) =>
    SCOPE_WORDS[scope as GrantScope].replace(/your/g, 'their').replace('to you', 'to them'),
  );
  return accountMessage(tx, deps, account.councilId, {
    moment: 'account-invitation',
    key: `account-invitation:${grantId}:${email}:${String(deps.clock.now().getTime())}`,
    to: { channel: 'email', address: email, name: account.name },
    variables: { helper: name, reason: what.join('; '), track: path },
  });
}

async function open(deps: Deps, request: FastifyRequest<LinkRoute>, reply: FastifyReply): Promise<FastifyReply> {
  const { councilId, params, publicShell } = request;
  const invitation = await inCouncil(deps.db, councilId, (tx) =>
    invitationOfLink(tx, deps.clock, councilId, params.token),
  );
  if (!invitation) return reply.code(410).html(InvitationProblemPage({ ...publicShell, what: 'gone' }));
  if (!accountOf(request)) return seeOther(reply, withBack('/account/sign-in', request.url));
  const action = `/account/invitations/${params.token}`;
  return reply.html(InvitationPage({ ...publicShell, token: formToken(reply), action, invitation }));
}

async function answer(deps: Deps, request: FastifyRequest<LinkRoute>, reply: FastifyReply): Promise<FastifyReply> {
  const account = accountOf(request);
  const { councilId, params, publicShell } = request;
  if (!account) return seeOther(reply, withBack('/account/sign-in', request.url));
  const said = fieldOf(readForm(request), 'answer') === 'yes' ? 'yes' : 'no';
  const result = await inCouncil(deps.db, councilId, (tx) =>
    answerInvitation(tx, deps.clock, account, { token: params.token, answer: said }),
  );
  if (result.ok) {
    const isOrganisation = result.kind === 'owner' || result.kind === 'user';
    return seeOther(reply, isOrganisation ? '/account/organisations' : '/account/people');
  }
  const status = { gone: 410, own: 409, 'other-address': 403 }[result.refusal];
  return reply.code(status).html(InvitationProblemPage({ ...publicShell, what: result.refusal }));
}
