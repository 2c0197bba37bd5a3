import type { Tx } from '#platform/db';
import type { CouncilIdentity } from './council-of-host.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** The council whose door this is. */
    council: CouncilIdentity;
    /** Ask, in a transaction that is open anyway, who answers at the host now: for a route that `confirmsCouncil`. */
    confirmCouncil: (tx: Tx) => Promise<void>;
  }
  interface FastifyContextConfig {
    /** The route asks, along with what it asks anyway, whether the council that was last seen at the host still stands. */
    confirmsCouncil?: boolean;
  }
}
