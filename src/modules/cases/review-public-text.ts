import { type Actor, may } from '#modules/staff';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { lockCase } from './find-case.ts';
import { publishCase } from './publish-case.ts';
import { touchCase } from './touch-case.ts';

interface ReviewPublicText {
  /** Id or reference. */
  case: string;
  /** What may be read by everyone; null to show nothing of it. */
  text: string | null;
}

export type ReviewRefusal = 'not-found' | 'not-allowed' | 'private';
export type ReviewResult = { ok: true } | { ok: false; refusal: ReviewRefusal };

/** A person has read what no rule could judge: it is shown as they leave it, or withheld. It may be looked at again. */
export async function reviewPublicText(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  command: ReviewPublicText,
): Promise<ReviewResult> {
  if (!may(actor, 'review-public-text')) return { ok: false, refusal: 'not-allowed' };
  const itsCase = await lockCase(tx, actor.councilId, command.case);
  if (!itsCase) return { ok: false, refusal: 'not-found' };
  if (itsCase.public_state === 'private') return { ok: false, refusal: 'private' };
  const text = command.text?.trim() ?? '';
  const state = text === '' ? 'withheld' : 'public';
  await touchCase(tx, clock, itsCase, { public_state: state, public_text: text === '' ? null : text });
  await publishCase(tx, clock, actor, { type: 'case.reviewed', subjectId: itsCase.id, data: { state } });
  return { ok: true };
}

export interface TextToReview {
  id: string;
  reference: string;
  title: string;
  text: string | null;
  openedAt: Date;
}

const MOST = 50;

/** What waits for somebody's eyes before it is shown, the oldest first. */
export async function textsToReview(tx: Tx, actor: Actor): Promise<TextToReview[]> {
  if (!may(actor, 'review-public-text')) return [];
  return tx
    .selectFrom('cases')
    .select(['id', 'reference', 'title', 'public_text as text', 'opened_at as openedAt'])
    .where('council_id', '=', actor.councilId)
    .where('public_state', '=', 'to-review')
    .orderBy('opened_at')
    .limit(MOST)
    .execute();
}
