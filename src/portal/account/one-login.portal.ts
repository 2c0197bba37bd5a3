import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ACCOUNT_COOKIE, accountOf, enterByIdentity, type VouchedIdentity } from '#modules/accounts';
import { emailKey, phoneKey } from '#modules/customers';
import { inCouncil } from '#platform/db';
import type { Deps } from '#platform/deps';
import { limitRate } from '#platform/http/limit-rate';
import { fieldOf, readForm } from '#platform/http/read-form';
import { seeOther } from '#platform/http/request';
import { formToken } from '#platform/http/shell';
import { type Identity, newSignInRequest, type OidcProvider, oidcProvider, whySignInFailed } from '#platform/oidc';
import { ONE_LOGIN, safeBack, withBack } from './account-paths.ts';
import { CONNECT, connectPortal } from './connect.portal.ts';
import { onAccount } from './on-account.ts';
import { OneLoginNamePage, type OneLoginProblem, OneLoginProblemPage } from './one-login.page.tsx';
import { type AwayVisit, dropVisit, keepAway, keepBack, peekBack, takeAway } from './one-login-visit.ts';
import { letIn } from './sign-in.portal.ts';
import { nameProblem, typedLine } from './typed-line.ts';

interface BackRoute {
  Querystring: { back?: string };
}

/**
 * GOV.UK One Login: sign in, make an account, connect one. Begins with a link, since a form may not lead to another
 * site (CSP). Where it is not set up, none of it is there.
 */
export function oneLoginPortal(door: FastifyInstance, deps: Deps): void {
  if (!deps.oneLogin) return;
  const at: AtProvider = { deps, provider: oidcProvider(deps.oneLogin) };
  const limit = { preHandler: limitRate(deps, { name: 'account-one-login', limit: 60, windowSeconds: 3600 }) };
  door.get<BackRoute>(ONE_LOGIN, limit, (request, reply) =>
    begin(at, request, reply, { purpose: 'sign-in', back: safeBack(request.query.back) }),
  );
  door.get(
    `${ONE_LOGIN}/connection`,
    limit,
    onAccount((request, reply) => begin(at, request, reply, { purpose: 'connect', back: '/account/security' })),
  );
  door.get(`${ONE_LOGIN}/callback`, limit, (request, reply) => finish(at, request, reply));
  door.get(`${ONE_LOGIN}/name`, (request, reply) => askName(deps, request, reply));
  door.post(`${ONE_LOGIN}/name`, limit, (request, reply) => takeName(deps, request, reply));
  connectPortal(door, deps);
}

interface AtProvider {
  deps: Deps;
  provider: OidcProvider;
}

async function begin(
  { deps, provider }: AtProvider,
  request: FastifyRequest,
  reply: FastifyReply,
  { purpose, back }: Pick<AwayVisit, 'purpose' | 'back'>,
): Promise<FastifyReply> {
  const asked = newSignInRequest();
  try {
    const url = await provider.authorizationUrl(callbackOf(request), asked);
    await keepAway(deps, request, reply, { ...asked, back, purpose });
    return await reply.redirect(url.href, 303);
  } catch (error) {
    return problem(request, reply, { what: whyOf(deps, error), back });
  }
}

async function finish(
  { deps, provider }: AtProvider,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const asked = await takeAway(deps, request);
  if (!asked) {
    // The same answer a second time: a double press, or "back" in the browser, after the first one let them in.
    if (accountOf(request)) return seeOther(reply, '/account');
    return problem(request, reply, { what: 'late', back: '/account' });
  }
  const { back, purpose } = asked;
  let identity: VouchedIdentity;
  try {
    identity = vouched(await provider.identityOf(new URL(request.url, callbackOf(request)), asked));
  } catch (error) {
    return problem(request, reply, { what: whyOf(deps, error), back });
  }
  if (purpose === 'sign-in') return enter(deps, request, reply, { identity, back });
  await keepBack(deps, request, reply, { identity, back });
  return seeOther(reply, CONNECT);
}

function vouched({ issuer, subject, verifiedEmail, verifiedPhone, idToken }: Identity): VouchedIdentity {
  const email = verifiedEmail === null ? null : emailKey(verifiedEmail);
  const phone = verifiedPhone === null ? null : phoneKey(verifiedPhone);
  return { issuer, subject, email, phone, idToken };
}

interface Entering {
  identity: VouchedIdentity;
  back: string;
  name?: string;
}

/** To the account, or to what still keeps them from it. */
async function enter(
  deps: Deps,
  request: FastifyRequest,
  reply: FastifyReply,
  { identity, back, name }: Entering,
): Promise<FastifyReply> {
  const { councilId } = request;
  const oldToken = request.cookies[ACCOUNT_COOKIE];
  const entered = await inCouncil(deps.db, councilId, (tx) =>
    enterByIdentity(tx, deps.clock, { councilId, identity, oldToken, ...(name !== undefined && { name }) }),
  );
  if (entered.ok) {
    await dropVisit(deps, request, reply);
    return letIn(deps, reply, entered.begun, back);
  }
  await keepBack(deps, request, reply, { identity, back });
  return seeOther(reply, entered.refusal === 'needs-name' ? `${ONE_LOGIN}/name` : CONNECT);
}

async function askName(deps: Deps, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const visit = await peekBack(deps, request);
  if (!visit) return seeOther(reply, '/account/sign-in');
  return reply.html(OneLoginNamePage({ ...request.publicShell, token: formToken(reply) }));
}

async function takeName(deps: Deps, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const form = readForm(request);
  const visit = await peekBack(deps, request);
  if (!visit) return problem(request, reply, { what: 'late', back: '/account' });
  const name = typedLine(form, 'name');
  const error = nameProblem(name);
  if (error === undefined) return enter(deps, request, reply, { ...visit, name });
  const values = { name: fieldOf(form, 'name') };
  const page = { ...request.publicShell, token: formToken(reply), values, errors: { name: error } };
  return reply.code(422).html(OneLoginNamePage(page));
}

/** Written as the browser writes it (no default port), since the provider compares it letter by letter. */
function callbackOf(request: FastifyRequest): string {
  return new URL(`${ONE_LOGIN}/callback`, `${request.protocol}://${request.host}`).href;
}

function whyOf({ log, oneLogin }: Deps, error: unknown): OneLoginProblem {
  const why = whySignInFailed(error);
  const err = error instanceof Error ? error.message : 'unknown';
  if (why !== 'cancelled') log.warn({ issuer: oneLogin?.issuer, why, err }, 'One Login was not completed');
  return why;
}

const STATUS: Readonly<Record<OneLoginProblem, number>> = { away: 503, failed: 400, late: 400, cancelled: 200 };

/** What went wrong, and every other way in; where the person wanted to go is kept. */
function problem(
  { publicShell }: FastifyRequest,
  reply: FastifyReply,
  { what, back }: { what: OneLoginProblem; back: string },
): FastifyReply {
  const again = withBack(back === '/account/security' ? `${ONE_LOGIN}/connection` : ONE_LOGIN, back);
  return reply.code(STATUS[what]).html(OneLoginProblemPage({ ...publicShell, what, back, again }));
}
