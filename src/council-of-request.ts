import type { FastifyRequest } from 'fastify';
import { type CouncilIdentity, councilOfHost } from '#modules/councils';
import { isDatabaseAway } from '#platform/db';
import type { Deps } from '#platform/deps';

const MOST_REMEMBERED = 1_000;

/**
 * An onRequest hook that says which council a request is for. While the database is away the council last seen at that
 * host is taken, so that a form is still read, and handed back with what was typed when it cannot be kept.
 */
export function councilOfRequest({ db }: Deps, defaultCouncil: string | undefined) {
  const lastSeen = new Map<string, CouncilIdentity>();
  return async (request: FastifyRequest): Promise<void> => {
    const host = request.hostname;
    const council = await councilOfHost(db, host, defaultCouncil).catch((error: unknown) => {
      const remembered = lastSeen.get(host);
      if (remembered && isDatabaseAway(error)) return remembered;
      throw error;
    });
    if (!council) throw new UnknownHostError();
    // A default council answers any name that a client makes up.
    if (lastSeen.size >= MOST_REMEMBERED && !lastSeen.has(host)) lastSeen.clear();
    lastSeen.set(host, council);
    request.councilId = council.id;
    request.council = council;
  };
}

class UnknownHostError extends Error {
  readonly statusCode = 404;
  constructor() {
    super('No council answers at this address');
  }
}
