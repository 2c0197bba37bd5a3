import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Deps } from '#platform/deps';

const NAME = 'fd_account_code';
const PATH = '/account';

/** The secret of the code that this browser asked for. */
export function codeToken(request: FastifyRequest): string | undefined {
  return request.cookies[NAME];
}

export function keepCode(reply: FastifyReply, { publicUrl }: Deps, token: string): void {
  const secure = publicUrl.startsWith('https:');
  reply.setCookie(NAME, token, { path: PATH, httpOnly: true, sameSite: 'lax', secure });
}

export function dropCode(reply: FastifyReply): void {
  reply.clearCookie(NAME, { path: PATH });
}
