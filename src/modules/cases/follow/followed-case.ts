import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { followerOfLink } from './follow-link.ts';
import '../tables.ts';

export interface FollowedCase {
  reference: string;
  title: string;
  place: string | null;
  /** `concerned`: they made it or it is theirs, so they are told anyway. */
  following: 'no' | 'follower' | 'concerned';
  /** It is public and has not ended, so that it can be followed. */
  canBeFollowed: boolean;
}

/** What a follower's link is about, and whether they follow it now. Undefined for a link that opens nothing. */
export async function followedCase(
  tx: Tx,
  clock: Clock,
  councilId: string,
  token: string,
): Promise<FollowedCase | undefined> {
  const follower = await followerOfLink(tx, clock, councilId, token);
  if (!follower) return undefined;
  const row = await tx
    .selectFrom('cases')
    .select(['reference', 'title', 'place', 'public_state', 'ended_at'])
    .where('council_id', '=', councilId)
    .where('id', '=', follower.caseId)
    .executeTakeFirst();
  if (!row) return undefined;
  const roles = await rolesOf(tx, follower);
  const isPublic = row.public_state === 'public';
  return {
    reference: row.reference,
    title: row.title,
    place: isPublic ? row.place : null,
    following: roles.length === 0 ? 'no' : roles.every((role) => role === 'follower') ? 'follower' : 'concerned',
    canBeFollowed: isPublic && row.ended_at === null,
  };
}

async function rolesOf(tx: Tx, { councilId, caseId, email }: { councilId: string; caseId: string; email: string }) {
  const parties = await tx
    .selectFrom('case_parties')
    .select('role')
    .where('council_id', '=', councilId)
    .where('case_id', '=', caseId)
    .where('email', '=', email)
    .where('ended_at', 'is', null)
    .execute();
  return parties.map(({ role }) => role);
}
