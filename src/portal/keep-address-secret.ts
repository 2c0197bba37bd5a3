import type { FastifyInstance } from 'fastify';

/** Where the address is itself the key: no page that is linked from here hears it, and no search engine keeps it. */
export function keepAddressSecret(door: FastifyInstance): void {
  door.addHook('onRequest', (_request, reply, done) => {
    reply.header('referrer-policy', 'no-referrer').header('x-robots-tag', 'noindex, nofollow');
    done();
  });
}
