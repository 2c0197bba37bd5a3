import type { FastifyPluginAsync } from 'fastify';
import { requireStaff } from '#modules/staff';
import type { Deps } from '#platform/deps';
import { csrfOnWrites } from '../csrf-on-writes.ts';
import { deskShell } from './shell.tsx';

/** The door for staff, partners and managers. Everything in `inside` needs a signed-in person. */
export function desk(deps: Deps): FastifyPluginAsync {
  return async (door) => {
    door.decorateRequest('staff', null);
    door.addHook('preHandler', csrfOnWrites(door));
    await door.register((inside) => {
      inside.addHook('onRequest', requireStaff(deps));
      inside.addHook('preHandler', deskShell(deps));
      return Promise.resolve();
    });
  };
}
