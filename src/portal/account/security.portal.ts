import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import {
  ACCOUNT_COOKIE,
  type AccountActor,
  accountOfToken,
  accountView,
  confirmSecondFactor,
  passAccountFactor,
  removeSecondFactor,
  secondFactorKey,
  setPassword,
} from '#modules/accounts';
import { totpKeyShown } from '#modules/staff';
import { inCouncil } from '#platform/db';
import type { Deps } from '#platform/deps';
import { limitRate } from '#platform/http/limit-rate';
import { fieldOf, readForm } from '#platform/http/read-form';
import { seeOther } from '#platform/http/request';
import { formToken } from '#platform/http/shell';
import type { Errors } from '#ui';
import { safeBack, withBack } from './account-paths.ts';
import { waitWords } from './address-words.ts';
import { onAccount } from './on-account.ts';
import { AppPage, FactorPage, RecoveryPage, SecurityPage } from './security.page.tsx';
import { letIn } from './sign-in.portal.ts';

interface DoneRoute {
  Querystring: { done?: string; back?: string };
}

/** How somebody signs in: a password if they want one, and a second check. */
export function securityPortal(door: FastifyInstance, deps: Deps): void {
  const limit = { preHandler: limitRate(deps, { name: 'account-security', limit: 60, windowSeconds: 3600 }) };
  door.get<DoneRoute>(
    '/account/security',
    onAccount<DoneRoute>((request, reply, account) =>
      show(deps, request, reply, { account, isDone: request.query.done === 'yes' }),
    ),
  );
  door.post(
    '/account/security/password',
    limit,
    onAccount(async (request, reply, account) => {
      const token = request.cookies[ACCOUNT_COOKIE];
      const password = fieldOf(readForm(request), 'password');
      const set = await setPassword(deps.db, deps.clock, account, { password, token });
      if (!set.ok) return show(deps, request, reply, { account, errors: { password: set.problem } });
      return seeOther(reply, '/account/security?done=yes');
    }),
  );
  door.get(
    '/account/security/app',
    onAccount((request, reply, account) => showApp(deps, request, reply, { account })),
  );
  door.post(
    '/account/security/app',
    limit,
    onAccount((request, reply, account) => takeApp(deps, request, reply, account)),
  );
  door.post(
    '/account/security/app/removal',
    onAccount(async (request, reply, account) => {
      const token = request.cookies[ACCOUNT_COOKIE];
      await inCouncil(deps.db, account.councilId, (tx) => removeSecondFactor(tx, deps.clock, account, token));
      return seeOther(reply, '/account/security?done=yes');
    }),
  );
  door.get<DoneRoute>('/account/sign-in/second-factor', (request, reply) => {
    const page = FactorPage({ ...request.publicShell, token: formToken(reply), back: safeBack(request.query.back) });
    return reply.html(page);
  });
  door.post('/account/sign-in/second-factor', limit, (request, reply) => takeFactor(deps, request, reply));
}

interface Shown {
  account: AccountActor;
  isDone?: boolean;
  errors?: Errors;
}

async function show(
  { db, oneLogin }: Deps,
  request: FastifyRequest,
  reply: FastifyReply,
  { account, isDone = false, errors = {} }: Shown,
): Promise<FastifyReply> {
  const view = await inCouncil(db, account.councilId, (tx) => accountView(tx, account));
  const offersOneLogin = oneLogin !== null;
  const page = SecurityPage({ ...request.publicShell, token: formToken(reply), view, isDone, offersOneLogin, errors });
  return reply.code(Object.keys(errors).length > 0 ? 422 : 200).html(page);
}

async function showApp(
  { db, secret }: Deps,
  request: FastifyRequest,
  reply: FastifyReply,
  { account, errors = {} }: Shown,
): Promise<FastifyReply> {
  const { view, key } = await inCouncil(db, account.councilId, async (tx) => ({
    view: await accountView(tx, account),
    key: await secondFactorKey(tx, account, { secret }),
  }));
  if (view.hasSecondFactor) return seeOther(reply, '/account/security');
  const label = view.email ?? view.mobile ?? view.name;
  const shown = await totpKeyShown(key, { issuer: request.council.name, label });
  const page = AppPage({ ...request.publicShell, token: formToken(reply), ...shown, errors });
  return reply.code(Object.keys(errors).length > 0 ? 422 : 200).html(page);
}

async function takeApp(
  deps: Deps,
  request: FastifyRequest,
  reply: FastifyReply,
  account: AccountActor,
): Promise<FastifyReply> {
  const code = fieldOf(readForm(request), 'code');
  const { secret } = deps;
  const confirmed = await inCouncil(deps.db, account.councilId, (tx) =>
    confirmSecondFactor(tx, deps.clock, account, { secret, code, token: request.cookies[ACCOUNT_COOKIE] }),
  );
  if (confirmed.ok) return reply.html(RecoveryPage({ ...request.publicShell, codes: confirmed.recoveryCodes }));
  return showApp(deps, request, reply, {
    account,
    errors: { code: 'That code is not right. Type the one that the app shows now' },
  });
}

async function takeFactor(deps: Deps, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const form = readForm(request);
  const back = safeBack(fieldOf(form, 'back'));
  const token = request.cookies[ACCOUNT_COOKIE];
  const { councilId } = request;
  const passed = await inCouncil(deps.db, councilId, async (tx) => {
    if (token === undefined) return undefined;
    const half = await accountOfToken(tx, deps.clock, { councilId, token, isDemo: deps.isDemo, step: 'second-factor' });
    const typed = { secret: deps.secret, code: fieldOf(form, 'code'), oldToken: token };
    return half ? passAccountFactor(tx, deps.clock, half, typed) : undefined;
  });
  if (!passed) return seeOther(reply, withBack('/account/sign-in', back));
  if (passed.ok) return letIn(deps, reply, passed.begun, back);
  const code =
    passed.refusal === 'locked'
      ? `Too many wrong tries. ${waitWords((passed.until.getTime() - deps.clock.now().getTime()) / 1000)}`
      : 'That code is not right, or was used before. Wait for the next one';
  return reply.code(422).html(FactorPage({ ...request.publicShell, token: formToken(reply), back, errors: { code } }));
}
