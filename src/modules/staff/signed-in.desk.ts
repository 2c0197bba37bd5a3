import type { FastifyReply, FastifyRequest } from 'fastify';
import { inCouncil, type Tx } from '#platform/db';
import type { Deps } from '#platform/deps';
import { SignedOutError } from '#platform/http/http-error';
import { hashToken } from '#platform/ids';
import type { StaffActor } from './actor.ts';
import { readSession } from './sessions.ts';
import { staffActorOfSession } from './staff-actor.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who is signed in at the desk; set by `requireStaff` before any route of the desk runs. */
    staff: StaffActor | null;
  }
}

export const STAFF_COOKIE = 'fd_staff';

/**
 * A preHandler: let a request to the desk pass only with a complete session; send a browser to sign in, and back
 * afterwards. It stands after the reading of the form, so that what somebody typed for an hour can be held.
 */
export function requireStaff(deps: Deps) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> => {
    const token = request.cookies[STAFF_COOKIE];
    request.staff =
      token === undefined
        ? null
        : await inCouncil(deps.db, request.councilId, (tx) => staffOfToken(tx, deps, request.councilId, token));
    if (request.staff) return undefined;
    if (request.method !== 'GET' && request.method !== 'HEAD') throw new SignedOutError();
    return reply.redirect(`/desk/sign-in?back=${encodeURIComponent(request.url)}`, 303);
  };
}

/** The signed-in person of a desk route. Throws where a route was mounted outside the desk: a bug. */
export function staffOf(request: FastifyRequest): StaffActor {
  if (!request.staff) throw new Error('this route needs the desk door');
  return request.staff;
}

async function staffOfToken(
  tx: Tx,
  { clock, isDemo }: Deps,
  councilId: string,
  token: string,
): Promise<StaffActor | null> {
  // Asked together, since nearly every request has both; the session alone says whether the person may come in.
  const [session, actor] = await Promise.all([
    readSession(tx, clock, councilId, token),
    staffActorOfSession(tx, councilId, hashToken(token)),
  ]);
  if (session?.kind !== 'staff' || session.step !== 'complete' || session.subjectId === null) return null;
  if (!isDemo && isOfDemonstration(session.data)) return null;
  return actor;
}

// A database that was a demonstration yesterday may hold such sessions today.
function isOfDemonstration(data: unknown): boolean {
  return typeof data === 'object' && data !== null && 'isDemonstration' in data && data.isDemonstration === true;
}
