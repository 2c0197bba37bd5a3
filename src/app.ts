import type { FastifyInstance } from 'fastify';
import type { Deps } from '#platform/deps';
import { createServer } from '#platform/http/server';
import { api } from './api/api.ts';
import { assets } from './assets.ts';
import { brand } from './brand.ts';
import { CouncilOfRequest } from './council-of-request.ts';
import { desk } from './desk/desk.ts';
import { answerErrors } from './errors.tsx';
import { health } from './health.ts';
import { html } from './html.ts';
import { portal } from './portal/portal.ts';
import { wireJobs } from './wire-jobs.ts';

export interface AppOptions {
  /** The council of a host that no council lists; undefined: such a request is answered 404. */
  defaultCouncil: string | undefined;
  trustProxy: boolean;
}

/** The composition root: the one place that knows every door. Takes the outside world as `deps`, holds no state. */
export async function buildApp(deps: Deps, options: AppOptions): Promise<FastifyInstance> {
  wireJobs();
  const server = await createServer({ trustProxy: options.trustProxy, isSecure: deps.publicUrl.startsWith('https:') });
  html(server);
  answerErrors(server, deps);
  health(server, deps);
  await assets(server);
  await server.register((doors) => {
    doors.decorateRequest('councilId', '');
    const council = new CouncilOfRequest(deps, options.defaultCouncil);
    doors.decorateRequest('confirmCouncil', function confirm(tx) {
      return council.confirm(tx, this);
    });
    doors.addHook('onRequest', council.find);
    brand(doors, deps);
    doors.register(portal(deps));
    doors.register(desk(deps, council.confirm), { prefix: '/desk' });
    doors.register(api(deps));
    return Promise.resolve();
  });
  return server;
}
