import type { PublicActor } from '#modules/staff';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { publishCase } from '../publish-case.ts';
import { type FollowCaseRefusal, followCase } from './follow-case.ts';
import { followerOfLink } from './follow-link.ts';

interface AnswerFollowLink {
  token: string;
  /** To be told how it goes, or no longer. */
  wants: boolean;
}

export type AnswerFollowLinkResult = { ok: true } | { ok: false; refusal: 'no-link' | FollowCaseRefusal };

/** Whoever reads the address says that they follow the case, or no longer do. Saying it twice says it once. */
export async function answerFollowLink(
  tx: Tx,
  clock: Clock,
  actor: PublicActor,
  { token, wants }: AnswerFollowLink,
): Promise<AnswerFollowLinkResult> {
  const follower = await followerOfLink(tx, clock, actor.councilId, token);
  if (!follower) return { ok: false, refusal: 'no-link' };
  const { caseId, email } = follower;
  if (wants) {
    const followed = await followCase(tx, clock, actor, { case: caseId, email });
    return followed.ok ? { ok: true } : followed;
  }
  const ended = await tx
    .updateTable('case_parties')
    .set({ ended_at: clock.now() })
    .where('council_id', '=', actor.councilId)
    .where('case_id', '=', caseId)
    .where('role', '=', 'follower')
    .where('email', '=', email)
    .where('ended_at', 'is', null)
    .returning('id')
    .execute();
  for (const { id } of ended) {
    await publishCase(tx, clock, actor, { type: 'case.unfollowed', subjectId: caseId, data: { partyId: id } });
  }
  return { ok: true };
}
