import type { FastifyPluginAsync } from 'fastify';
import type { Deps } from '#platform/deps';
import { csrfOnWrites } from '../csrf-on-writes.ts';
import { contactPortal } from './directory/contact.portal.ts';
import { servicesPortal } from './directory/services.portal.ts';
import { reportPortal } from './report/report.portal.ts';
import { publicShell } from './shell.ts';

/** The door for residents: public pages first, no account needed, nothing that needs JavaScript. */
export function portal(deps: Deps): FastifyPluginAsync {
  return (door) => {
    door.addHook('preHandler', csrfOnWrites(door));
    door.addHook('preHandler', publicShell(deps));
    servicesPortal(door, deps);
    contactPortal(door, deps);
    reportPortal(door, deps);
    return Promise.resolve();
  };
}
