import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Deps } from '#platform/deps';
import type { ReportPaths } from './report-paths.ts';

const NAME = 'report';

/** The secret of the report that this browser is making of this service, if it is making one. */
export function reportToken(request: FastifyRequest): string | undefined {
  return request.cookies[NAME];
}

/**
 * Keep the secret of a report: for this service's pages alone, out of reach of scripts, and only until the browser is
 * closed, because the computer may be shared.
 */
export function keepReport(reply: FastifyReply, { publicUrl }: Deps, paths: ReportPaths, token: string): void {
  reply.setCookie(NAME, token, {
    path: paths.base,
    httpOnly: true,
    sameSite: 'lax',
    secure: publicUrl.startsWith('https:'),
  });
}

export function dropReport(reply: FastifyReply, paths: ReportPaths): void {
  reply.clearCookie(NAME, { path: paths.base });
}
