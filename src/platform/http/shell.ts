import type { FastifyReply } from 'fastify';
import type { DeskPageProps, PublicPageProps } from '#ui';

/** What every public page shows around its own content: spread it into `PublicPage` or one of its patterns. */
export type PublicShell = Pick<PublicPageProps, 'council' | 'path' | 'lang' | 'signInHref' | 'person'>;

/** The same for the desk: spread it into `DeskPage`. */
export type DeskShell = Pick<DeskPageProps, 'council' | 'path' | 'person' | 'nav' | 'searchHidden'>;

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by the portal's door for each of its routes. */
    publicShell: PublicShell;
    /** Set by the desk's door for each route behind sign-in. */
    deskShell: DeskShell;
  }
}

const made = new WeakMap<FastifyReply, Record<string, string>>();

/**
 * Hidden fields that every form with a POST carries: `<Form hidden={formToken(reply)}>`. One token for all the forms of a
 * page, since each one made costs a hash and a cookie.
 */
export function formToken(reply: FastifyReply): Record<string, string> {
  const known = made.get(reply) ?? { [CSRF_FIELD]: reply.generateCsrf() };
  made.set(reply, known);
  return known;
}

/** Name of the hidden field with the token against forged requests. */
export const CSRF_FIELD = '_csrf';
