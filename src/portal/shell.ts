import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Deps } from '#platform/deps';
import { councilFace } from '../council-face.ts';

/** Put what every public page shows around its content on the request. */
export function publicShell({ isDemo }: Deps) {
  return (request: FastifyRequest, _reply: FastifyReply, done: () => void): void => {
    request.publicShell = {
      council: councilFace(request.council, isDemo),
      path: request.url.split('?')[0] ?? '/',
      lang: 'en',
    };
    done();
  };
}
