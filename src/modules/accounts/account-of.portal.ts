import type { FastifyReply, FastifyRequest } from 'fastify';
import { inCouncil } from '#platform/db';
import type { Deps } from '#platform/deps';
import { accountOfToken } from './account-of-token.ts';
import type { AccountActor } from './actor.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** The resident who is signed in, where one is; set by `readAccount` for every page of the portal. */
    account: AccountActor | null;
  }
}

export const ACCOUNT_COOKIE = 'fd_account';

/** A preHandler of the portal: know who is signed in. A browser without the cookie costs nothing. */
export function readAccount({ db, clock, isDemo }: Deps) {
  return async (request: FastifyRequest): Promise<void> => {
    const token = request.cookies[ACCOUNT_COOKIE];
    if (token === undefined) return;
    const { councilId } = request;
    request.account = await inCouncil(db, councilId, (tx) => accountOfToken(tx, clock, { councilId, token, isDemo }));
  };
}

/** Who is signed in at the portal, or null. */
export function accountOf(request: FastifyRequest): AccountActor | null {
  return request.account;
}

/** Give the browser its session: out of reach of scripts and of other sites, gone when the browser closes. */
export function keepAccount(reply: FastifyReply, { publicUrl }: Deps, token: string): void {
  const secure = publicUrl.startsWith('https:');
  reply.setCookie(ACCOUNT_COOKIE, token, { path: '/', httpOnly: true, sameSite: 'lax', secure });
}

export function dropAccount(reply: FastifyReply): void {
  reply.clearCookie(ACCOUNT_COOKIE, { path: '/' });
}
