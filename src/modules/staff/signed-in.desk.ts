import type { FastifyReply, FastifyRequest } from 'fastify';
import { askCouncil, inCouncil, type Tx } from '#platform/db';
import type { Deps } from '#platform/deps';
import { SignedOutError } from '#platform/http/http-error';
import { hashToken } from '#platform/ids';
import type { StaffActor } from './actor.ts';
import { liveSession, stampSession } from './sessions.ts';
import { staffActorOfSession } from './staff-actor.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who is signed in at the desk; set by `requireStaff` before any route of the desk runs. */
    staff: StaffActor | null;
  }
}

export const STAFF_COOKIE = 'fd_staff';

/** Makes sure, in the transaction that reads who is signed in, that the council of the request still stands. */
export type ConfirmCouncil = (tx: Tx, request: FastifyRequest) => Promise<void>;

/**
 * A preHandler: let a request to the desk pass only with a complete session; send a browser to sign in, and back
 * afterwards. It stands after the reading of the form, so that what somebody typed for an hour can be held.
 */
export function requireStaff(deps: Deps, confirmCouncil: ConfirmCouncil) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> => {
    const token = request.cookies[STAFF_COOKIE];
    request.staff = token === undefined ? null : await signedIn(deps, request, { token, confirmCouncil });
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

/** One round trip says who it is and whose door this is; the stamp on the session is a write of its own, now and then. */
async function signedIn(
  deps: Deps,
  request: FastifyRequest,
  how: { token: string; confirmCouncil: ConfirmCouncil },
): Promise<StaffActor | null> {
  const { db, clock, isDemo } = deps;
  const { token, confirmCouncil } = how;
  const { councilId } = request;
  // Asked together, since nearly every request has both; the session alone says whether the person may come in.
  const [session, actor] = await askCouncil(db, councilId, (tx) =>
    Promise.all([
      liveSession(tx, clock, councilId, token),
      staffActorOfSession(tx, councilId, hashToken(token)),
      confirmCouncil(tx, request),
    ]),
  );
  // The host has gone over to another council since the last request: only there can somebody be signed in.
  if (request.councilId !== councilId) return signedIn(deps, request, how);
  if (session?.kind !== 'staff' || session.step !== 'complete' || session.subjectId === null) return null;
  if (!isDemo && isOfDemonstration(session.data)) return null;
  if (session.isStampDue) await inCouncil(db, councilId, (tx) => stampSession(tx, clock, councilId, session.tokenHash));
  return actor;
}

// A database that was a demonstration yesterday may hold such sessions today.
function isOfDemonstration(data: unknown): boolean {
  return typeof data === 'object' && data !== null && 'isDemonstration' in data && data.isDemonstration === true;
}
