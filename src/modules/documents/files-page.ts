import { sql } from 'kysely';
import type { Tx } from '#platform/db';
import './tables.ts';

export interface FileLine {
  id: string;
  /** The case, or the piece of evidence, that it belongs to. */
  subjectId: string;
  name: string;
  mediaType: string;
  bytes: number;
  scanState: string;
  at: Date;
}

interface FilesPage {
  subjectIds: readonly string[];
  /** What hangs on the same subjects and is not for this reader. */
  withoutIds: readonly string[];
  /** The last one of the page before. */
  before: { at: Date; id: string } | undefined;
  limit: number;
}

/** Files of subjects, the newest first, a page at a time. Whether the reader may open one is for `fileForReader` to say. */
export async function filesPage(
  tx: Tx,
  councilId: string,
  { subjectIds, withoutIds, before, limit }: FilesPage,
): Promise<FileLine[]> {
  if (subjectIds.length === 0) return [];
  return tx
    .selectFrom('file_links as l')
    .innerJoin('files as f', (join) => join.onRef('f.council_id', '=', 'l.council_id').onRef('f.id', '=', 'l.file_id'))
    .select(['f.id', 'l.subject_id as subjectId', 'f.name', 'f.media_type as mediaType', 'f.bytes'])
    .select(['f.scan_state as scanState', 'l.at'])
    .where('l.council_id', '=', councilId)
    .where(sql<boolean>`l.subject_id = any(${[...subjectIds]})`)
    .where(sql<boolean>`l.file_id <> all(${[...withoutIds]})`)
    .where('f.disposed_at', 'is', null)
    .$if(before !== undefined, (query) => query.where(sql<boolean>`(l.at, f.id) < (${before?.at}, ${before?.id})`))
    .orderBy('l.at', 'desc')
    .orderBy('f.id', 'desc')
    .limit(limit)
    .execute();
}
