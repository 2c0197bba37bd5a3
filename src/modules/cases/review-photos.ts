import { reviewFiles } from '#modules/documents';
import { type Actor, may } from '#modules/staff';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { lockCase } from './find-case.ts';
import { publishCase } from './publish-case.ts';
import type { ReviewRefusal } from './review-public-text.ts';
import { reviewablePhotos } from './reviewable-photos.ts';
import { touchCase } from './touch-case.ts';

interface ReviewPhotos {
  /** Id or reference. */
  case: string;
  /** Photos that everybody may see. */
  show: readonly string[];
  /** Photos that were looked at and stay unseen. One that came meanwhile is in neither list, and waits. */
  withhold: readonly string[];
}

export type ReviewPhotosRefusal = ReviewRefusal | 'no-such-photo';
export type ReviewPhotosResult = { ok: true } | { ok: false; refusal: ReviewPhotosRefusal };

/**
 * Somebody has looked at the photos of a public report: faces, number plates and front doors are nothing that a rule could
 * find. A photo is shown while its case is public, and may be looked at again. Refuses photos that are not the case's own,
 * and every photo of a private service.
 */
export async function reviewPhotos(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  { case: named, show, withhold }: ReviewPhotos,
): Promise<ReviewPhotosResult> {
  if (!may(actor, 'review-public-text')) return { ok: false, refusal: 'not-allowed' };
  const itsCase = await lockCase(tx, actor.councilId, named);
  if (!itsCase) return { ok: false, refusal: 'not-found' };
  if (itsCase.public_state === 'private') return { ok: false, refusal: 'private' };
  const own = new Set((await reviewablePhotos(tx, actor.councilId, [itsCase.id])).map(({ id }) => id));
  if (![...show, ...withhold].every((id) => own.has(id))) return { ok: false, refusal: 'no-such-photo' };
  await reviewFiles(tx, clock, actor.councilId, { subjectId: itsCase.id, show, withhold });
  await touchCase(tx, clock, itsCase);
  const data = { shown: [...show], withheld: [...withhold] };
  await publishCase(tx, clock, actor, { type: 'case.photos-reviewed', subjectId: itsCase.id, data });
  return { ok: true };
}
