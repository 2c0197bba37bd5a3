import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** Check the CSRF token of everything a browser can be made to send. Machines with a bearer token do not pass here. */
export function csrfOnWrites(door: FastifyInstance) {
  return (request: FastifyRequest, reply: FastifyReply, done: (error?: Error) => void): void => {
    if (request.method === 'GET' || request.method === 'HEAD') done();
    else door.csrfProtection(request, reply, done);
  };
}
