import type { FastifyReply } from 'fastify';
import type { Deps } from '#platform/deps';
import { STAFF_COOKIE } from './signed-in.desk.ts';

/** Give the browser its session: out of reach of scripts and of other sites, gone when the browser closes. */
export function setStaffCookie(reply: FastifyReply, { publicUrl }: Deps, token: string): void {
  reply.setCookie(STAFF_COOKIE, token, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: publicUrl.startsWith('https:'),
  });
}

export function clearStaffCookie(reply: FastifyReply): void {
  reply.clearCookie(STAFF_COOKIE, { path: '/' });
}
