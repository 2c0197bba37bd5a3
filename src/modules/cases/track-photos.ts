import type { Tx } from '#platform/db';
import { type CasePhoto, casePhotos } from './case-photos.ts';
import { fileIdsIn } from './file-ids-in.ts';
import './tables.ts';

export interface TrackPhoto {
  id: string;
  /** The case or the job that it belongs to. */
  subjectId: string;
  /** It shows the work, not what was reported. */
  isOfWork: boolean;
  width: number | null;
  height: number | null;
}

/**
 * The photos that a reader of the tracking page may see: the ones that were cleared for
 * everybody, while the case is public; with a second fact also those that came with
 * the report and those of the work. What colleagues added for each other is for nobody else.
 */
export async function trackPhotos(
  tx: Tx,
  councilId: string,
  { caseId, isProven }: { caseId: string; isProven: boolean },
): Promise<TrackPhoto[]> {
  const photos = await casePhotos(tx, councilId, [caseId]);
  const said = await filesOfEntries(tx, councilId, caseId);
  const isPublicCase = await isPublished(tx, councilId, caseId);
  const maySee = ({ id, isOfWork, isPublic }: CasePhoto) => {
    if (isPublic && isPublicCase) return true;
    return isProven && (isOfWork ? said.toCustomer.has(id) : !said.toStaff.has(id));
  };
  return photos
    .filter(maySee)
    .map(({ id, subjectId, isOfWork, width, height }) => ({ id, subjectId, isOfWork, width, height }));
}

/** A case may move to a private service, or its text be withheld, after its photos were cleared. */
async function isPublished(tx: Tx, councilId: string, caseId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('cases')
    .select('public_state')
    .where('council_id', '=', councilId)
    .where('id', '=', caseId)
    .executeTakeFirst();
  return row?.public_state === 'public';
}

async function filesOfEntries(tx: Tx, councilId: string, caseId: string) {
  const entries = await tx
    .selectFrom('case_entries')
    .select(['audience', 'data'])
    .where('council_id', '=', councilId)
    .where('case_id', '=', caseId)
    .execute();
  const of = (isForStaff: boolean) =>
    new Set(
      entries.filter(({ audience }) => (audience === 'staff') === isForStaff).flatMap(({ data }) => fileIdsIn(data)),
    );
  return { toStaff: of(true), toCustomer: of(false) };
}
