import { type RawBuilder, sql } from 'kysely';
import { type Actor, may } from '#modules/staff';
import type { Tx } from '#platform/db';
import { findCase } from './find-case.ts';
import type { PublicPhoto } from './public-photos.ts';
import { type TextToReview, textsToReview } from './review-public-text.ts';
import { reviewablePhotos } from './reviewable-photos.ts';
import './tables.ts';

export interface CaseToReview extends TextToReview {
  /** Everybody reads its text already. */
  isPublic: boolean;
  photos: PhotoToReview[];
}

interface PhotoToReview extends PublicPhoto {
  isOfWork: boolean;
  isShown: boolean;
  /** Names of the squares that are covered for everybody outside. */
  hidden: readonly string[];
}

const MOST = 50;

/** The cases whose text or photos wait for somebody's eyes before they are shown, each with its photos, oldest first. */
export async function casesToReview(tx: Tx, actor: Actor): Promise<CaseToReview[]> {
  if (!may(actor, 'review-public-text')) return [];
  const texts = (await textsToReview(tx, actor)).map((one) => ({ ...one, isPublic: false }));
  const later = (await casesWithNewPhotos(tx, actor.councilId)).map((one) => ({ ...one, isPublic: true }));
  const waiting = [...texts, ...later].sort((one, other) => one.openedAt.getTime() - other.openedAt.getTime());
  return withPhotos(tx, actor.councilId, waiting);
}

/** One case of a public service to look at, also again; undefined where there is none or it is not for this reader. */
export async function caseToReview(tx: Tx, actor: Actor, named: string): Promise<CaseToReview | undefined> {
  if (!may(actor, 'review-public-text')) return undefined;
  const found = await findCase(tx, actor.councilId, named);
  if (!found || found.public_state === 'private') return undefined;
  const { id, reference, title, public_text: text, opened_at: openedAt, public_state: state } = found;
  const one = { id, reference, title, text, openedAt, isPublic: state === 'public' };
  return (await withPhotos(tx, actor.councilId, [one]))[0];
}

type Unseen = Omit<CaseToReview, 'photos'>;

async function withPhotos(tx: Tx, councilId: string, cases: readonly Unseen[]): Promise<CaseToReview[]> {
  const caseIds = cases.map(({ id }) => id);
  const photos = await reviewablePhotos(tx, councilId, caseIds);
  return cases.map((one) => ({
    ...one,
    photos: photos
      .filter(({ caseId }) => caseId === one.id)
      .map(({ id, isOfWork, width, height, isPublic, hidden }) => ({
        id,
        isOfWork,
        width,
        height,
        isShown: isPublic,
        hidden,
      })),
  }));
}

function casesWithNewPhotos(tx: Tx, councilId: string): Promise<TextToReview[]> {
  return tx
    .selectFrom('cases as c')
    .select(['c.id', 'c.reference', 'c.title', 'c.public_text as text', 'c.opened_at as openedAt'])
    .where('c.council_id', '=', councilId)
    .where('c.public_state', '=', 'public')
    .where('c.id', 'in', casesOfUnseenPhotos(councilId))
    .orderBy('c.opened_at')
    .limit(MOST)
    .execute();
}

/** As `reviewablePhotos` says it: else a case whose only photo is a colleague's would wait for ever. */
function casesOfUnseenPhotos(councilId: string): RawBuilder<string> {
  return sql<string>`(
    select coalesce(j.case_id, l.subject_id)
    from file_links l
    join files f on f.council_id = l.council_id and f.id = l.file_id
    left join jobs j on l.subject_type = 'job' and j.council_id = l.council_id and j.id = l.subject_id
    where l.council_id = ${councilId} and l.reviewed_at is null and l.subject_type in ('case', 'job')
      and f.shown_key is not null and f.disposed_at is null
      and (l.subject_type = 'job' or not exists (select from case_entries e
        where e.council_id = l.council_id and e.case_id = l.subject_id
          and e.audience = 'staff' and e.data -> 'fileIds' @> to_jsonb(l.file_id::text))))`;
}
