import type { FastifyPluginAsync } from 'fastify';
import type { Deps } from '#platform/deps';
import { notifyReceiptsApi } from './notify-receipts.api.ts';
import { open311 } from './open311/open311.ts';
import { v1 } from './v1/v1.ts';

/** The doors for machines: REST under /api/v1, Open311 under /open311/v2, receipts of providers. */
export function api(deps: Deps): FastifyPluginAsync {
  return async (door) => {
    await door.register(open311(deps), { prefix: '/open311/v2' });
    await door.register(v1(deps), { prefix: '/api' });
    notifyReceiptsApi(door, deps);
  };
}
