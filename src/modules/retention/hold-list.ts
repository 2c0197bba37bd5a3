import { sql } from 'kysely';
import type { Tx } from '#platform/db';
import './tables.ts';

export interface HoldView {
  id: string;
  subjectType: string;
  subjectId: string;
  /** Of a case; null for people and contacts, who are never named in a list. */
  reference: string | null;
  why: string;
  at: Date;
  by: string;
}

/** The holds in force, oldest first. */
export async function holdList(tx: Tx, councilId: string): Promise<HoldView[]> {
  return tx
    .selectFrom('legal_holds as h')
    .leftJoin('cases as c', (join) =>
      join.onRef('c.council_id', '=', 'h.council_id').onRef('c.id', '=', 'h.subject_id'),
    )
    .leftJoin('staff_members as s', (join) =>
      join.onRef('s.council_id', '=', 'h.council_id').onRef('s.id', '=', 'h.by'),
    )
    .select(['h.id', 'h.subject_type as subjectType', 'h.subject_id as subjectId', 'c.reference', 'h.why', 'h.at'])
    .select(sql<string>`coalesce(s.name, '')`.as('by'))
    .where('h.council_id', '=', councilId)
    .where('h.lifted_at', 'is', null)
    .orderBy('h.at')
    .execute();
}
