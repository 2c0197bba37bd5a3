import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import {
  ACCOUNT_COOKIE,
  type Challenge,
  challengeOf,
  checkCode,
  codeOf,
  enterByCode,
  followCodeLink,
  opensCodeLink,
  sendCodeAgain,
} from '#modules/accounts';
import { inCouncil } from '#platform/db';
import type { Deps } from '#platform/deps';
import { limitRate } from '#platform/http/limit-rate';
import { fieldOf, readForm } from '#platform/http/read-form';
import { seeOther } from '#platform/http/request';
import { formToken } from '#platform/http/shell';
import type { Errors } from '#ui';
import { keepAddressSecret } from '../keep-address-secret.ts';
import { sendCode } from './account-message.ts';
import { safeBack, withBack } from './account-paths.ts';
import { sayAddress, waitWords } from './address-words.ts';
import { CodePage, NamePage } from './code.page.tsx';
import { codeToken, dropCode, keepCode } from './code-cookie.ts';
import { CodeLinkEndedPage, CodeLinkPage } from './code-link.page.tsx';
import { letIn } from './sign-in.portal.ts';
import { takeNewAddress } from './take-new-address.ts';
import { nameProblem, typedLine } from './typed-line.ts';

interface BackRoute {
  Querystring: { back?: string; again?: string };
}

interface LinkRoute {
  Params: { token: string };
}

const PROBLEMS = {
  gone: 'This code is not in use any more. Ask for another',
  expired: 'That code is too old. Send another code',
  'too-many-wrong': 'Too many wrong tries. Send another code',
} as const;

/** The code page, its link in the message, and the one question after it. */
export function codePortal(door: FastifyInstance, deps: Deps): void {
  const limit = { preHandler: limitRate(deps, { name: 'account-code', limit: 120, windowSeconds: 3600 }) };
  door.get<BackRoute>('/account/code', async (request, reply) => {
    const asked = await challengeOfBrowser(deps, request);
    const back = safeBack(request.query.back);
    if (!asked) return seeOther(reply, withBack('/account/sign-in', back));
    if (asked.isPassed) return seeOther(reply, withBack('/account/name', back));
    return showCode(deps, request, reply, {
      asked,
      back,
      isSentAgain: request.query.again === 'yes',
    });
  });
  door.post('/account/code', limit, (request, reply) => takeCode(deps, request, reply));
  door.post('/account/code/again', limit, (request, reply) => again(deps, request, reply));
  door.get<BackRoute>('/account/name', async (request, reply) => {
    const asked = await challengeOfBrowser(deps, request);
    const back = safeBack(request.query.back);
    if (!asked?.isPassed) return seeOther(reply, withBack('/account/code', back));
    const address = sayAddress(asked);
    return reply.html(NamePage({ ...request.publicShell, token: formToken(reply), back, address }));
  });
  door.post('/account/name', limit, (request, reply) => takeName(deps, request, reply));
  door.register((links) => {
    keepAddressSecret(links);
    codeLinks(links, deps);
    return Promise.resolve();
  });
}

async function challengeOfBrowser({ db, clock }: Deps, request: FastifyRequest): Promise<Challenge | undefined> {
  const token = codeToken(request);
  if (token === undefined) return undefined;
  return inCouncil(db, request.councilId, (tx) => challengeOf(tx, clock, request.councilId, token));
}

interface Shown {
  asked: Challenge;
  back: string;
  isSentAgain?: boolean;
  errors?: Errors;
}

function showCode(
  deps: Deps,
  { publicShell }: FastifyRequest,
  reply: FastifyReply,
  { asked, back, isSentAgain = false, errors = {} }: Shown,
): FastifyReply {
  const isNotSent = deps.isDemo && !deps.transports[asked.channel];
  const page = CodePage({
    ...publicShell,
    token: formToken(reply),
    back,
    channel: asked.channel,
    address: sayAddress(asked),
    changeHref: changeHrefOf(asked, back),
    isSentAgain,
    shownCode: isNotSent ? codeOf(deps.secret, asked.id, asked.sends) : undefined,
    errors,
  });
  return reply.code(Object.keys(errors).length === 0 ? 200 : 422).html(page);
}

function changeHrefOf({ purpose, channel, registrationId }: Challenge, back: string): string {
  if (purpose === 'address') return `/account/details/${channel === 'email' ? 'email' : 'mobile'}`;
  return withBack(registrationId ? '/account/register' : '/account/sign-in', back);
}

async function takeCode(deps: Deps, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const form = readForm(request);
  const back = safeBack(fieldOf(form, 'back'));
  const typed = typedLine(form, 'code');
  const token = codeToken(request);
  const asked = await challengeOfBrowser(deps, request);
  if (!asked || token === undefined) return seeOther(reply, withBack('/account/sign-in', back));
  const wrong = (code: string) => showCode(deps, request, reply, { asked, back, errors: { code } });
  if (typed === '') return wrong('Enter the code that we sent you');
  const { councilId } = request;
  const checked = await inCouncil(deps.db, councilId, (tx) =>
    checkCode(tx, deps.clock, { councilId, token, typed, secret: deps.secret }),
  );
  if (!checked.ok)
    return wrong(checked.refusal === 'wrong' ? wrongWords(checked.triesLeft) : PROBLEMS[checked.refusal]);
  if (asked.purpose === 'address') return takeNewAddress(deps, request, reply, { ...asked, isPassed: true });
  return goIn(deps, request, reply, { token, back });
}

function wrongWords(triesLeft: number): string {
  return `That code is not right. Check it and try again. You can try ${triesLeft === 1 ? 'once' : `${String(triesLeft)} times`} more`;
}

interface GoIn {
  token: string;
  back: string;
  name?: string;
}

/** The address is proven: to the account, or to the question that still keeps it from being made. */
async function goIn(
  deps: Deps,
  request: FastifyRequest,
  reply: FastifyReply,
  { token, back, name }: GoIn,
): Promise<FastifyReply> {
  const { councilId } = request;
  const entered = await inCouncil(deps.db, councilId, async (tx) => {
    const challenge = await challengeOf(tx, deps.clock, councilId, token);
    if (!challenge) return { ok: false, refusal: 'not-proven' } as const;
    const oldToken = request.cookies[ACCOUNT_COOKIE];
    return enterByCode(tx, deps.clock, {
      councilId,
      challenge,
      oldToken,
      isDemo: deps.isDemo,
      ...(name !== undefined && { name }),
    });
  });
  if (entered.ok) {
    dropCode(reply);
    return letIn(deps, reply, entered.begun, back);
  }
  return seeOther(reply, withBack(entered.refusal === 'needs-name' ? '/account/name' : '/account/sign-in', back));
}

async function takeName(deps: Deps, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const form = readForm(request);
  const back = safeBack(fieldOf(form, 'back'));
  const name = typedLine(form, 'name');
  const token = codeToken(request);
  const asked = await challengeOfBrowser(deps, request);
  if (!asked?.isPassed || token === undefined) return seeOther(reply, withBack('/account/sign-in', back));
  const problem = nameProblem(name);
  if (problem === undefined) return goIn(deps, request, reply, { token, back, name });
  const shown = { token: formToken(reply), back, address: sayAddress(asked), name, errors: { name: problem } };
  return reply.code(422).html(NamePage({ ...request.publicShell, ...shown }));
}

async function again(deps: Deps, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const back = safeBack(fieldOf(readForm(request), 'back'));
  const asked = await challengeOfBrowser(deps, request);
  if (!asked) return seeOther(reply, withBack('/account/sign-in', back));
  const { councilId } = request;
  const sent = await inCouncil(deps.db, councilId, async (tx) => {
    const code = await sendCodeAgain(tx, deps.clock, { councilId, challenge: asked, secret: deps.secret });
    if (code.ok) await sendCode(tx, deps, request, code.toSend);
    return code;
  });
  if (sent.ok) return seeOther(reply, `${withBack('/account/code', back)}${back === '/account' ? '?' : '&'}again=yes`);
  const code = `We have sent several codes there in the last hour. ${waitWords(sent.retryAfterSeconds)}, or use another address or number`;
  return showCode(deps, request, reply, { asked, back, errors: { code } });
}

function codeLinks(links: FastifyInstance, deps: Deps): void {
  const limit = { preHandler: limitRate(deps, { name: 'account-open', limit: 60, windowSeconds: 600 }) };
  links.get<LinkRoute>('/account/open/:token', limit, async (request, reply) => {
    const { councilId, params, publicShell } = request;
    const opens = await inCouncil(deps.db, councilId, (tx) =>
      opensCodeLink(tx, deps.clock, { councilId, token: params.token }),
    );
    if (!opens) return reply.code(410).html(CodeLinkEndedPage(publicShell));
    return reply.html(
      CodeLinkPage({ ...publicShell, action: `/account/open/${params.token}`, token: formToken(reply) }),
    );
  });
  links.post<LinkRoute>('/account/open/:token', limit, async (request, reply) => {
    const { councilId, params, publicShell } = request;
    const token = await inCouncil(deps.db, councilId, (tx) =>
      followCodeLink(tx, deps.clock, { councilId, token: params.token }),
    );
    if (token === undefined) return reply.code(410).html(CodeLinkEndedPage(publicShell));
    keepCode(reply, deps, token);
    const asked = await inCouncil(deps.db, councilId, (tx) => challengeOf(tx, deps.clock, councilId, token));
    if (asked?.purpose === 'address') return takeNewAddress(deps, request, reply, asked);
    return goIn(deps, request, reply, { token, back: '/account' });
  });
}
