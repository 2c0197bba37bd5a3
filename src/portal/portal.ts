import type { FastifyPluginAsync } from 'fastify';
import type { Deps } from '#platform/deps';
import { csrfOnWrites } from '../csrf-on-writes.ts';
import { publicShell } from './shell.ts';

/** The door for residents: public pages first, no account needed, nothing that needs JavaScript. */
export function portal(deps: Deps): FastifyPluginAsync {
  return (door) => {
    door.addHook('preHandler', csrfOnWrites(door));
    door.addHook('preHandler', publicShell(deps));
    return Promise.resolve();
  };
}
