import { sql } from 'kysely';
import type { Tx } from '#platform/db';
import { prepared } from '#platform/prepared';

export interface FileView {
  id: string;
  subjectId: string;
  name: string;
  mediaType: string;
  bytes: number;
  width: number | null;
  height: number | null;
  purpose: string;
  isPublic: boolean;
  /** When somebody last decided whether everybody may see it; null while nobody has. */
  reviewedAt: Date | null;
  /** Names of the squares that are covered for those outside. */
  hidden: string[];
  /** "not-scanned" until a scanner has looked: nobody may say more. */
  scanState: string;
  at: Date;
}

/** The files of cases, jobs, contacts, oldest first. Whether this reader may open one is for `fileForReader` to say. */
export function filesOf(tx: Tx, councilId: string, subjectIds: readonly string[]): Promise<FileView[]> {
  if (subjectIds.length === 0) return Promise.resolve([]);
  return selectFiles.all(tx, { councilId, subjectIds });
}

const selectFiles = prepared((tx, { councilId, subjectIds }: { councilId: string; subjectIds: readonly string[] }) =>
  tx
    .selectFrom('file_links as l')
    .innerJoin('files as f', (join) => join.onRef('f.council_id', '=', 'l.council_id').onRef('f.id', '=', 'l.file_id'))
    .select([
      'f.id',
      'l.subject_id as subjectId',
      'f.name',
      'f.media_type as mediaType',
      'f.bytes',
      'f.width',
      'f.height',
    ])
    .select([
      'l.purpose',
      'l.is_public as isPublic',
      'l.reviewed_at as reviewedAt',
      'f.hidden',
      'f.scan_state as scanState',
      'l.at',
    ])
    .where('l.council_id', '=', councilId)
    .where(sql<boolean>`l.subject_id = any(${subjectIds})`)
    .where('f.disposed_at', 'is', null)
    .orderBy('l.at')
    .orderBy('f.id'),
);
