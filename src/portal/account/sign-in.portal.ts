import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import {
  ACCOUNT_COOKIE,
  accountOf,
  askForCode,
  type Begun,
  beginRegistration,
  challengeOf,
  demonstrationResidents,
  keepAccount,
  readAddress,
  signInAsResident,
  signInToAccount,
} from '#modules/accounts';
import { inCouncil } from '#platform/db';
import type { Deps } from '#platform/deps';
import { limitRate } from '#platform/http/limit-rate';
import { fieldOf, readForm } from '#platform/http/read-form';
import { seeOther } from '#platform/http/request';
import { formToken } from '#platform/http/shell';
import { isId } from '#platform/ids';
import type { Errors, Values } from '#ui';
import { sendCode } from './account-message.ts';
import { safeBack, withBack } from './account-paths.ts';
import { ADDRESS_PROBLEMS, sayAddress, waitWords } from './address-words.ts';
import { codeToken, keepCode } from './code-cookie.ts';
import { PasswordPage } from './password.page.tsx';
import { RegisterPage } from './register.page.tsx';
import { SignInPage } from './sign-in.page.tsx';
import { nameProblem, typedLine } from './typed-line.ts';

interface BackRoute {
  Querystring: { back?: string; out?: string };
}

interface Wrong {
  values: Values;
  errors: Errors;
}

const NOTICES: Readonly<Record<string, string>> = {
  idle: 'Please sign in. If you were signed in before, we signed you out after an hour without use, so that nobody else sees your account.',
};

/** Ways in that ask for an address: a code, a new account, a password. What is known of an address is never said. */
export function signInPortal(door: FastifyInstance, deps: Deps): void {
  const limit = { preHandler: limitRate(deps, { name: 'account-sign-in', limit: 60, windowSeconds: 3600 }) };
  door.get<BackRoute>('/account/sign-in', (request, reply) => {
    const back = safeBack(request.query.back);
    if (accountOf(request)) return seeOther(reply, back);
    return showSignIn(deps, request, reply, { back });
  });
  door.post('/account/sign-in', limit, (request, reply) => takeAddress(deps, request, reply));
  if (deps.isDemo) door.post('/account/sign-in/demonstration', (request, reply) => takeResident(deps, request, reply));
  door.get<BackRoute>('/account/register', (request, reply) => askRegister(deps, request, reply));
  door.post('/account/register', limit, (request, reply) => takeRegister(deps, request, reply));
  door.get<BackRoute>('/account/sign-in/password', (request, reply) => {
    const back = safeBack(request.query.back);
    return reply.html(PasswordPage({ ...request.publicShell, token: formToken(reply), back }));
  });
  door.post('/account/sign-in/password', limit, (request, reply) => takePassword(deps, request, reply));
}

async function showSignIn(
  deps: Deps,
  request: FastifyRequest,
  reply: FastifyReply,
  { back, wrong }: { back: string; wrong?: Wrong },
): Promise<FastifyReply> {
  const { out } = request.query as { out?: string };
  const { councilId } = request;
  const residents = deps.isDemo
    ? await inCouncil(deps.db, councilId, (tx) => demonstrationResidents(tx, councilId))
    : [];
  const page = SignInPage({
    ...request.publicShell,
    token: formToken(reply),
    back,
    notice: NOTICES[out ?? ''],
    residents,
    hasOneLogin: deps.oneLogin !== null,
    ...wrong,
  });
  return reply.code(wrong ? 422 : 200).html(page);
}

async function takeAddress(deps: Deps, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const form = readForm(request);
  const back = safeBack(fieldOf(form, 'back'));
  const typed = typedLine(form, 'address');
  const wrong = (address: string) =>
    showSignIn(deps, request, reply, { back, wrong: { values: { address: typed }, errors: { address } } });
  const read = readAddress(typed);
  if (!read.ok) return wrong(ADDRESS_PROBLEMS[read.refusal]);
  const { councilId } = request;
  const asked = await inCouncil(deps.db, councilId, async (tx) => {
    const code = await askForCode(tx, deps.clock, { councilId, purpose: 'sign-in', ...read, secret: deps.secret });
    if (code.ok) await sendCode(tx, deps, request, code.toSend);
    return code;
  });
  if (!asked.ok) return wrong(tooMany(asked.retryAfterSeconds));
  keepCode(reply, deps, asked.token);
  return seeOther(reply, withBack('/account/code', back));
}

async function takeResident(deps: Deps, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const form = readForm(request);
  const { councilId } = request;
  const accountId = fieldOf(form, 'account');
  const oldToken = request.cookies[ACCOUNT_COOKIE];
  const begun =
    deps.isDemo && isId(accountId)
      ? await inCouncil(deps.db, councilId, (tx) =>
          signInAsResident(tx, deps.clock, { councilId, accountId, oldToken }),
        )
      : undefined;
  return begun ? letIn(deps, reply, begun, safeBack(fieldOf(form, 'back'))) : seeOther(reply, '/account/sign-in');
}

function tooMany(seconds: number): string {
  return `We have sent several codes there in the last hour. ${waitWords(seconds)}, or use another address or number`;
}

async function askRegister(deps: Deps, request: FastifyRequest<BackRoute>, reply: FastifyReply): Promise<FastifyReply> {
  const back = safeBack(request.query.back);
  const values = await begunBefore(deps, request);
  const hasOneLogin = deps.oneLogin !== null;
  return reply.html(RegisterPage({ ...request.publicShell, token: formToken(reply), back, hasOneLogin, ...values }));
}

/** What this browser typed a moment ago, so that a mistyped address is put right and not typed anew. */
async function begunBefore({ db, clock }: Deps, request: FastifyRequest): Promise<{ values?: Values }> {
  const { councilId } = request;
  const token = codeToken(request);
  if (token === undefined) return {};
  const challenge = await inCouncil(db, councilId, (tx) => challengeOf(tx, clock, councilId, token));
  return challenge?.name ? { values: { name: challenge.name, address: sayAddress(challenge) } } : {};
}

async function takeRegister(deps: Deps, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const form = readForm(request);
  const back = safeBack(fieldOf(form, 'back'));
  const values = { name: typedLine(form, 'name'), address: typedLine(form, 'address') };
  const read = readAddress(values.address);
  const problems = { name: nameProblem(values.name), ...(!read.ok && { address: ADDRESS_PROBLEMS[read.refusal] }) };
  const wrong = (errors: Errors) =>
    reply.code(422).html(
      RegisterPage({
        ...request.publicShell,
        token: formToken(reply),
        back,
        hasOneLogin: deps.oneLogin !== null,
        values,
        errors,
      }),
    );
  if (!read.ok || problems.name !== undefined) return wrong(problems);
  const { councilId } = request;
  const asked = await inCouncil(deps.db, councilId, async (tx) => {
    const before = codeToken(request);
    const replaces =
      before === undefined ? null : ((await challengeOf(tx, deps.clock, councilId, before))?.registrationId ?? null);
    const registrationId = await beginRegistration(tx, deps.clock, {
      councilId,
      name: values.name,
      ...read,
      madeHow: 'self',
      replaces,
    });
    const code = await askForCode(tx, deps.clock, {
      councilId,
      purpose: 'sign-in',
      ...read,
      registrationId,
      secret: deps.secret,
    });
    if (code.ok) await sendCode(tx, deps, request, code.toSend);
    return code;
  });
  if (!asked.ok) return wrong({ address: tooMany(asked.retryAfterSeconds) });
  keepCode(reply, deps, asked.token);
  return seeOther(reply, withBack('/account/code', back));
}

async function takePassword(deps: Deps, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const form = readForm(request);
  const back = safeBack(fieldOf(form, 'back'));
  const values = { address: typedLine(form, 'address') };
  const wrong = (errors: Errors) =>
    reply.code(422).html(PasswordPage({ ...request.publicShell, token: formToken(reply), back, values, errors }));
  const read = readAddress(values.address);
  if (!read.ok) return wrong({ address: ADDRESS_PROBLEMS[read.refusal] });
  const password = fieldOf(form, 'password');
  if (password === '') return wrong({ password: 'Enter your password' });
  const oldToken = request.cookies[ACCOUNT_COOKIE];
  const signedIn = await signInToAccount(deps.db, deps.clock, request.councilId, {
    ...read,
    password,
    oldToken,
    isDemo: deps.isDemo,
  });
  if (signedIn.ok) return letIn(deps, reply, signedIn.begun, back);
  if (signedIn.refusal === 'not-recognised')
    return wrong({ password: 'The address and the password do not belong together. Check both, or ask for a code' });
  const seconds = (signedIn.until.getTime() - deps.clock.now().getTime()) / 1000;
  return wrong({ password: `Too many wrong tries. ${waitWords(seconds)}, or ask for a code` });
}

/** The browser is given its session, and goes on: to the second factor where there is one. */
export function letIn(deps: Deps, reply: FastifyReply, { token, step }: Begun, back: string): FastifyReply {
  keepAccount(reply, deps, token);
  return seeOther(reply, step === 'second-factor' ? withBack('/account/sign-in/second-factor', back) : back);
}
