import { createHmac } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { inCouncil } from '../db.ts';
import type { Deps } from '../deps.ts';
import { countUse } from '../rate-limit.ts';
import './request.ts';
import { TooManyError } from './http-error.ts';

interface LimitOptions {
  /** Names the count: routes with the same name share it. */
  name: string;
  limit: number;
  windowSeconds: number;
}

/**
 * A preHandler that lets one network address send a form so many times in a window, and then asks it to wait (429,
 * with `retry-after`). What was typed is shown again to be sent later.
 */
export function limitRate({ db, clock, secret }: Deps, { name, limit, windowSeconds }: LimitOptions) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    // The address is personal data: only a keyed hash of it is kept, and for the window alone.
    const who = createHmac('sha256', secret).update(request.ip).digest('base64url').slice(0, 22);
    const counted = await inCouncil(db, request.councilId, (tx) =>
      countUse(tx, clock, request.councilId, { key: `${name}:${who}`, limit, windowSeconds }),
    );
    if (counted.ok) return;
    reply.header('retry-after', String(counted.retryAfterSeconds));
    throw new TooManyError(counted.retryAfterSeconds);
  };
}
