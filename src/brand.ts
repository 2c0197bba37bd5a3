import type { FastifyInstance } from 'fastify';
import { type CouncilIdentity, councilConfig } from '#modules/councils';
import { inCouncil } from '#platform/db';
import type { Deps } from '#platform/deps';
import { brandCss } from '#ui';

/** The address of a council's colours. It changes with the council's configuration, so a browser may keep it for ever. */
export function brandHref({ slug, revision }: Pick<CouncilIdentity, 'slug' | 'revision'>): string {
  return `/brand/${slug}-${revision}.css`;
}

/** Serve the colours of the council whose door this is: a file of their own, because no page may hold a style. */
export function brand(doors: FastifyInstance, { db }: Deps): void {
  doors.get('/brand/:file', async ({ council }, reply) => {
    const { profile } = await inCouncil(db, council.id, (tx) => councilConfig(tx, council.id, council.revision));
    return reply
      .type('text/css; charset=utf-8')
      .header('cache-control', 'public, max-age=31536000, immutable')
      .send(brandCss(profile.brand));
  });
}
