import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import {
  ACCOUNT_COOKIE,
  type AccountActor,
  accountOf,
  accountView,
  askForCode,
  connectIdentity,
  disconnectIdentity,
} from '#modules/accounts';
import { inCouncil, type Tx } from '#platform/db';
import type { Deps } from '#platform/deps';
import { limitRate } from '#platform/http/limit-rate';
import { seeOther } from '#platform/http/request';
import { formToken } from '#platform/http/shell';
import { newId } from '#platform/ids';
import { accountMessage, sendCode } from './account-message.ts';
import { withBack } from './account-paths.ts';
import { waitWords } from './address-words.ts';
import { keepCode } from './code-cookie.ts';
import { ConnectPage, ConnectProblemPage, ProveFirstPage } from './connect.page.tsx';
import { onAccount } from './on-account.ts';
import { type BackVisit, dropVisit, peekBack } from './one-login-visit.ts';
import { letIn } from './sign-in.portal.ts';

/** Where somebody connects GOV.UK One Login with an account, after they have signed in to it. */
export const CONNECT = '/account/connect';

/** An account and a GOV.UK One Login become one way in: by its own person's press, never by the address alone. */
export function connectPortal(door: FastifyInstance, deps: Deps): void {
  const limit = { preHandler: limitRate(deps, { name: 'account-connect', limit: 60, windowSeconds: 3600 }) };
  door.get(CONNECT, async (request, reply) => {
    const visit = await peekBack(deps, request);
    if (!visit) return seeOther(reply, accountOf(request) ? '/account/security' : '/account/sign-in');
    return reply.html(page(request, reply, visit));
  });
  door.post(
    CONNECT,
    limit,
    onAccount((request, reply, account) => connect(deps, request, reply, account)),
  );
  door.post(`${CONNECT}/code`, limit, (request, reply) => prove(deps, request, reply));
  door.post(
    '/account/security/one-login/removal',
    limit,
    onAccount((request, reply, account) => disconnect(deps, request, reply, account)),
  );
}

function page(request: FastifyRequest, reply: FastifyReply, { identity }: BackVisit, error?: string) {
  const account = accountOf(request);
  const shown = { ...request.publicShell, token: formToken(reply), email: identity.email };
  return account ? ConnectPage({ ...shown, name: account.name }) : ProveFirstPage({ ...shown, error });
}

async function connect(
  deps: Deps,
  request: FastifyRequest,
  reply: FastifyReply,
  account: AccountActor,
): Promise<FastifyReply> {
  const visit = await peekBack(deps, request);
  if (!visit) return reply.code(410).html(ConnectProblemPage({ ...request.publicShell, what: 'late' }));
  const oldToken = request.cookies[ACCOUNT_COOKIE];
  const connected = await inCouncil(deps.db, account.councilId, async (tx) => {
    const result = await connectIdentity(tx, deps.clock, account, { identity: visit.identity, oldToken });
    if (result.ok) await tell(tx, deps, account);
    return result;
  });
  await dropVisit(deps, request, reply);
  if (connected.ok) {
    return letIn(
      deps,
      reply,
      connected.begun,
      visit.back === '/account/security' ? `${visit.back}?done=yes` : visit.back,
    );
  }
  return reply.code(409).html(ConnectProblemPage({ ...request.publicShell, what: connected.refusal }));
}

/** Whoever reads the mailbox learns that the account has a new way in. */
async function tell(tx: Tx, deps: Deps, account: AccountActor): Promise<void> {
  const { email, mobile } = await accountView(tx, account);
  const to =
    email === null
      ? mobile && { channel: 'sms' as const, address: mobile }
      : { channel: 'email' as const, address: email };
  if (!to) return;
  await accountMessage(tx, deps, account.councilId, {
    moment: 'account-changed',
    key: `account-changed:${newId(deps.clock)}`,
    to: { ...to, name: account.name },
    variables: { reason: 'sign-in with GOV.UK One Login' },
  });
}

/** A code to the address that GOV.UK One Login vouches for: whoever reads it there may open its account. */
async function prove(deps: Deps, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const visit = await peekBack(deps, request);
  const address = visit?.identity.email;
  if (!visit || !address) return seeOther(reply, withBack('/account/sign-in', CONNECT));
  const { councilId } = request;
  const asked = await inCouncil(deps.db, councilId, async (tx) => {
    const to = { channel: 'email', address } as const;
    const code = await askForCode(tx, deps.clock, { councilId, purpose: 'sign-in', ...to, secret: deps.secret });
    if (code.ok) await sendCode(tx, deps, request, code.toSend);
    return code;
  });
  if (!asked.ok) {
    const error = `We have sent several codes there in the last hour. ${waitWords(asked.retryAfterSeconds)}, or sign in with a password`;
    return reply.code(429).html(page(request, reply, visit, error));
  }
  keepCode(reply, deps, asked.token);
  return seeOther(reply, withBack('/account/code', CONNECT));
}

async function disconnect(
  deps: Deps,
  request: FastifyRequest,
  reply: FastifyReply,
  account: AccountActor,
): Promise<FastifyReply> {
  const done = await inCouncil(deps.db, account.councilId, async (tx) => {
    const result = await disconnectIdentity(tx, deps.clock, account);
    if (result.ok) await tell(tx, deps, account);
    return result;
  });
  if (done.ok) return seeOther(reply, '/account/security?done=yes');
  return reply.code(409).html(ConnectProblemPage({ ...request.publicShell, what: done.refusal }));
}
