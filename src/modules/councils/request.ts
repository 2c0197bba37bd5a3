import type { CouncilIdentity } from './council-of-host.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** The council whose door this is. */
    council: CouncilIdentity;
  }
  interface FastifyContextConfig {
    /** The route asks, along with what it asks anyway, whether the council that was last seen at the host still stands. */
    confirmsCouncil?: boolean;
  }
}
