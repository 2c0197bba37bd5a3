import type { FastifyError, FastifyPluginAsync } from 'fastify';
import { isDatabaseAway } from '#platform/db';
import type { Deps } from '#platform/deps';
import { HttpError } from '#platform/http/http-error';
import { discovery } from './discovery.api.ts';
import { checkJurisdiction } from './jurisdiction.ts';
import { Open311Error } from './open311-error.ts';
import { sendOpen311 } from './reply-open311.ts';
import { requestsApi } from './requests.api.ts';
import { servicesApi } from './services.api.ts';
import { updatesApi } from './updates.api.ts';

/**
 * Open311 GeoReport v2 with the updates extension, as FixMyStreet's client reads and writes it: public services alone,
 * XML and JSON, errors in its own form. See docs/how-to/open311.md.
 */
export function open311(deps: Deps): FastifyPluginAsync {
  return (door) => {
    door.setErrorHandler((error: FastifyError, request, reply) => {
      const { code, description } = answerTo(error);
      if (code >= 500)
        deps.log.error({ route: request.routeOptions.url, err: error.stack ?? error.message }, 'a request failed');
      if (code === 503) reply.header('retry-after', '60');
      return sendOpen311(request, reply.code(code), { root: 'errors', value: [{ code, description }] });
    });
    door.addHook('preHandler', (request, _reply, done) => {
      checkJurisdiction(request.query, request.council.slug);
      done();
    });
    discovery(door, deps);
    servicesApi(door, deps);
    requestsApi(door, deps);
    updatesApi(door, deps);
    door.all('/*', () => {
      throw new Open311Error(404, 'There is nothing here. GET discovery.json lists what there is.');
    });
    return Promise.resolve();
  };
}

function answerTo(error: FastifyError | Open311Error | HttpError): { code: number; description: string } {
  if (error instanceof Open311Error || error instanceof HttpError)
    return { code: error.statusCode, description: error.message };
  if (isDatabaseAway(error)) return { code: 503, description: 'Not available right now. Try again in a minute.' };
  const code = error.statusCode ?? 500;
  if (code === 415)
    return { code, description: 'Send the fields as application/x-www-form-urlencoded or multipart/form-data.' };
  if (code < 500) return { code, description: 'What was sent could not be read. Check it and send it again.' };
  return { code: 500, description: 'Something went wrong here. Try again in a few minutes.' };
}
