import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { VouchedIdentity } from '#modules/accounts';
import { peekVisit, recallVisit, rememberVisit } from '#modules/staff';
import { inCouncil } from '#platform/db';
import type { Deps } from '#platform/deps';

const COOKIE = 'fd_one_login';
const PATH = '/account';

const Away = z.object({
  state: z.string(),
  nonce: z.string(),
  codeVerifier: z.string(),
  back: z.string(),
  /** To sign in or make an account; or to connect with the account that is open. */
  purpose: z.enum(['sign-in', 'connect']),
});

const Back = z.object({
  identity: z.object({
    issuer: z.string(),
    subject: z.string(),
    email: z.string().nullable(),
    phone: z.string().nullable(),
    idToken: z.string(),
  }),
  back: z.string(),
});

/** What a browser was sent to GOV.UK One Login with. */
export type AwayVisit = z.infer<typeof Away>;
/** Whom GOV.UK One Login vouched for, while there is still something to ask. */
export interface BackVisit {
  identity: VouchedIdentity;
  back: string;
}

/** Remember a browser that leaves for GOV.UK One Login, for as long as a session lasts without use. */
export function keepAway(deps: Deps, request: FastifyRequest, reply: FastifyReply, data: AwayVisit): Promise<void> {
  return keep(deps, request, reply, { step: 'one-login-away', data });
}

/** With what it left, once. */
export async function takeAway({ db, clock }: Deps, request: FastifyRequest): Promise<AwayVisit | undefined> {
  const { councilId } = request;
  const token = request.cookies[COOKIE];
  if (token === undefined) return undefined;
  const at = { councilId, token, step: 'one-login-away' };
  return Away.safeParse(await inCouncil(db, councilId, (tx) => recallVisit(tx, clock, at))).data;
}

/** Remember whom GOV.UK One Login vouched for, until they have said their name or connected their account. */
export function keepBack(deps: Deps, request: FastifyRequest, reply: FastifyReply, visit: BackVisit): Promise<void> {
  return keep(deps, request, reply, { step: 'one-login-back', data: { ...visit } });
}

export async function peekBack({ db, clock }: Deps, request: FastifyRequest): Promise<BackVisit | undefined> {
  const { councilId } = request;
  const token = request.cookies[COOKIE];
  if (token === undefined) return undefined;
  const at = { councilId, token, step: 'one-login-back' };
  return Back.safeParse(await inCouncil(db, councilId, (tx) => peekVisit(tx, clock, at))).data;
}

/** It is done: nothing of it stays, here or in the browser. */
export async function dropVisit({ db, clock }: Deps, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const { councilId } = request;
  const token = request.cookies[COOKIE];
  reply.clearCookie(COOKIE, { path: PATH });
  if (token === undefined) return;
  const at = { councilId, token, step: 'one-login-back' };
  await inCouncil(db, councilId, (tx) => recallVisit(tx, clock, at));
}

async function keep(
  { db, clock, publicUrl }: Deps,
  { councilId }: FastifyRequest,
  reply: FastifyReply,
  visit: { step: string; data: Record<string, unknown> },
): Promise<void> {
  const token = await inCouncil(db, councilId, (tx) => rememberVisit(tx, clock, { councilId, ...visit }));
  const secure = publicUrl.startsWith('https:');
  reply.setCookie(COOKIE, token, { path: PATH, httpOnly: true, sameSite: 'lax', secure });
}
