import type { CouncilIdentity } from './council-of-host.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** The council whose door this is. */
    council: CouncilIdentity;
  }
}
