import type { FastifyRequest } from 'fastify';
import { type CouncilIdentity, councilOfHost } from '#modules/councils';
import { askAsOwner, isDatabaseAway, type Tx } from '#platform/db';
import type { Deps } from '#platform/deps';

const MOST_REMEMBERED = 1_000;

/**
 * Says which council a request is for, and remembers what it has seen: while the database is away the council last seen
 * at that host is taken, so that a form is still read, and handed back with what was typed when it cannot be kept.
 */
export class CouncilOfRequest {
  readonly #db: Deps['db'];
  readonly #defaultSlug: string | undefined;
  readonly #lastSeen = new Map<string, CouncilIdentity>();

  constructor({ db }: Deps, defaultSlug: string | undefined) {
    this.#db = db;
    this.#defaultSlug = defaultSlug;
  }

  /** An onRequest hook. Where the route confirms the council itself, the one last seen is taken without a question. */
  readonly find = async (request: FastifyRequest): Promise<void> => {
    const seen = this.#lastSeen.get(request.hostname);
    if (seen && request.routeOptions.config.confirmsCouncil) take(request, seen);
    else
      await askAsOwner(this.#db, (tx) => this.confirm(tx, request)).catch((error: unknown) => {
        if (!seen || !isDatabaseAway(error)) throw error;
        take(request, seen);
      });
  };

  /** Ask who answers at the host now, in a transaction that is open anyway. */
  readonly confirm = async (tx: Tx, request: FastifyRequest): Promise<void> => {
    const host = request.hostname;
    const council = await councilOfHost(tx, host, this.#defaultSlug);
    // A default council answers any name that a client makes up.
    if (this.#lastSeen.size >= MOST_REMEMBERED) this.#lastSeen.clear();
    this.#lastSeen.delete(host);
    if (!council) throw new UnknownHostError();
    this.#lastSeen.set(host, council);
    take(request, council);
  };
}

function take(request: FastifyRequest, council: CouncilIdentity): void {
  request.councilId = council.id;
  request.council = council;
}

class UnknownHostError extends Error {
  readonly statusCode = 404;
  constructor() {
    super('No council answers at this address');
  }
}
