import type { FastifyPluginAsync } from 'fastify';
import type { Deps } from '#platform/deps';

/** The doors for machines: REST under /api/v1, Open311 under /open311/v2. */
export function api(_deps: Deps): FastifyPluginAsync {
  return () => Promise.resolve();
}
