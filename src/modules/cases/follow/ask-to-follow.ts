import { sendMessage } from '#modules/contacts';
import type { Actor } from '#modules/staff';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { caseRules } from '../case-rules.ts';
import { caseService } from '../case-service.ts';
import { caseWords } from '../case-words.ts';
import { findCase } from '../find-case.ts';
import { mayAddTo } from '../policy.ts';
import { followPath } from './follow-link.ts';

interface AskToFollow {
  /** Id or reference. */
  case: string;
  /** An address that looks like one; whose it is nobody knows until its reader answers. */
  email: string;
}

export type AskToFollowRefusal = 'not-found' | 'not-allowed' | 'not-public' | 'ended' | 'no-template' | 'too-many';
export type AskToFollowResult = { ok: true } | { ok: false; refusal: AskToFollowRefusal };

const GOOD_FOR_DAYS = 7;
const MILLISECONDS_AN_HOUR = 3_600_000;

/**
 * Ask whoever reads this address whether they want to follow a public report. Nothing else is sent there until they say
 * so by the link in the message (`answerFollowLink`). Asked again within the hour, one message goes out.
 */
export async function askToFollow(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  { case: named, email: typed }: AskToFollow,
): Promise<AskToFollowResult> {
  const itsCase = await findCase(tx, actor.councilId, named);
  if (!itsCase) return { ok: false, refusal: 'not-found' };
  if (!mayAddTo(actor)) return { ok: false, refusal: 'not-allowed' };
  if (itsCase.public_state !== 'public') return { ok: false, refusal: 'not-public' };
  if (itsCase.ended_at) return { ok: false, refusal: 'ended' };
  const service = await caseService(tx, itsCase.council_id, itsCase.service_slug, itsCase.service_version);
  const { templates } = await caseRules(tx, itsCase.council_id, service);
  if (templates['follow'] === undefined) return { ok: false, refusal: 'no-template' };
  const email = typed.trim().toLowerCase();
  const words = await caseWords(tx, clock, { itsCase, service, signedBy: itsCase.owner_id });
  const hour = Math.floor(clock.now().getTime() / MILLISECONDS_AN_HOUR);
  const follower = { councilId: itsCase.council_id, caseId: itsCase.id, email };
  const sent = await sendMessage(tx, clock, actor, {
    key: `follow:${itsCase.id}:${email}:${hour}`,
    template: templates['follow'],
    channel: 'email',
    to: { email },
    variables: { ...words.variables, track: await followPath(tx, clock, follower, GOOD_FOR_DAYS) },
    caseId: itsCase.id,
    serviceSlug: itsCase.service_slug,
  });
  if (!sent.ok) return { ok: false, refusal: 'no-template' };
  return sent.state === 'capped' ? { ok: false, refusal: 'too-many' } : { ok: true };
}
