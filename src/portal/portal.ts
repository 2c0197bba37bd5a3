import type { FastifyPluginAsync } from 'fastify';
import type { Deps } from '#platform/deps';
import { csrfOnWrites } from '../csrf-on-writes.ts';

/** The door for residents: public pages first, no account needed, nothing that needs JavaScript. */
export function portal(_deps: Deps): FastifyPluginAsync {
  return (door) => {
    door.addHook('preHandler', csrfOnWrites(door));
    return Promise.resolve();
  };
}
