import { reviewFiles } from '#modules/documents';
import { type Actor, may } from '#modules/staff';
import { systemActor } from '#platform/actor';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import type { CasePhoto } from './case-photos.ts';
import { type CaseRow, lockCase } from './find-case.ts';
import { publishCase } from './publish-case.ts';
import type { ReviewRefusal } from './review-public-text.ts';
import { reviewablePhotos } from './reviewable-photos.ts';
import { touchCase } from './touch-case.ts';
import { writeEntry } from './write-entry.ts';

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
 * find. A photo is shown while its case is public, and may be looked at again. One of the work that was not shown before is
 * a step of the story, which Open311 passes on with the photo. Refuses photos that are not the case's or its jobs' own, and
 * every photo of a private service.
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
  const own = await reviewablePhotos(tx, actor.councilId, [itsCase.id]);
  const ids = new Set(own.map(({ id }) => id));
  if (![...show, ...withhold].every((id) => ids.has(id))) return { ok: false, refusal: 'no-such-photo' };
  const subjectIds = [itsCase.id, ...own.map(({ subjectId }) => subjectId)];
  await reviewFiles(tx, clock, actor.councilId, { subjectIds, show, withhold });
  await touchCase(tx, clock, itsCase);
  await sayWorkIsShown(tx, clock, itsCase, ofWork(own, show));
  const data = { shown: [...show], withheld: [...withhold] };
  await publishCase(tx, clock, actor, { type: 'case.photos-reviewed', subjectId: itsCase.id, data });
  return { ok: true };
}

/** Those of the work that nobody outside has seen until now. */
function ofWork(own: readonly CasePhoto[], show: readonly string[]): string[] {
  return own.filter(({ id, isOfWork, isPublic }) => isOfWork && !isPublic && show.includes(id)).map(({ id }) => id);
}

async function sayWorkIsShown(tx: Tx, clock: Clock, itsCase: CaseRow, shown: readonly string[]): Promise<void> {
  if (shown.length === 0) return;
  // By the council, not by whoever looked: everybody reads it. The ending says that this step opens nothing again.
  await writeEntry(tx, clock, systemActor(itsCase.council_id), {
    caseId: itsCase.id,
    kind: 'status',
    audience: 'public',
    text: shown.length === 1 ? 'We added a photo of the work.' : `We added ${shown.length} photos of the work.`,
    data: { shown, ending: itsCase.ended_at === null ? null : itsCase.ending },
  });
}
