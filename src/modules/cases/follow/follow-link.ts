import { z } from 'zod';
import { makeLink, openLink } from '#modules/staff';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';

const PURPOSE = 'follow-case';
const MILLISECONDS_A_DAY = 86_400_000;

const stored = z.object({ email: z.string() });

interface Follower {
  councilId: string;
  caseId: string;
  email: string;
}

/**
 * A path that only whoever reads this address has: with it they say that they follow the case, or no longer do.
 *
 * @returns a path of the portal's
 */
export async function followPath(
  tx: Tx,
  clock: Clock,
  { councilId, caseId, email }: Follower,
  goodForDays: number,
): Promise<string> {
  const expiresAt = new Date(clock.now().getTime() + goodForDays * MILLISECONDS_A_DAY);
  const to = { purpose: PURPOSE, subjectType: 'case', subjectId: caseId, data: { email } };
  return `/follow/${await makeLink(tx, clock, { councilId, ...to, expiresAt })}`;
}

/** Who follows what by this token; undefined for a link that opens nothing. */
export async function followerOfLink(
  tx: Tx,
  clock: Clock,
  councilId: string,
  token: string,
): Promise<Follower | undefined> {
  const link = await openLink(tx, clock, councilId, { token, purpose: PURPOSE });
  return link && { councilId, caseId: link.subjectId, email: stored.parse(link.data).email };
}
