import type { Tx } from '#platform/db';
import './tables.ts';

export interface FilledIn {
  answeredBy: 'customer' | 'helper' | 'staff' | 'machine';
  /** Who typed it, where that was one of the staff. */
  typedBy: string | null;
}

/** Who answered the form that opened a case, and who typed; null where no form did. */
export async function whoFilledIn(tx: Tx, councilId: string, caseId: string): Promise<FilledIn | null> {
  const row = await tx
    .selectFrom('submissions as f')
    .leftJoin('staff_members as s', (join) =>
      join.onRef('s.council_id', '=', 'f.council_id').onRef('s.id', '=', 'f.typed_by_staff_id'),
    )
    .select(['f.answered_by', 's.name'])
    .where('f.council_id', '=', councilId)
    .where('f.case_id', '=', caseId)
    .executeTakeFirst();
  return row ? { answeredBy: row.answered_by as FilledIn['answeredBy'], typedBy: row.name } : null;
}
