import { sql } from 'kysely';
import { councilConfig } from '#modules/councils';
import type { StaffActor } from '#modules/staff';
import type { Tx } from '#platform/db';
import { prepared } from '#platform/prepared';

export interface MarkView {
  id: string;
  mark: string;
  subjectType: 'contact' | 'case';
  subjectId: string;
  teamId: string;
  teamName: string;
  promiseId: string | null;
  at: Date;
  note: string | null;
}

/**
 * The standing marks of contacts and cases, as this member of staff may see them: a confidential one is its own team's.
 * @param revision of the council, where the caller has just read it.
 */
export async function marksOf(
  tx: Tx,
  actor: StaffActor,
  subjectIds: readonly string[],
  revision?: number,
): Promise<MarkView[]> {
  if (subjectIds.length === 0) return [];
  const [{ marks }, rows] = await Promise.all([
    councilConfig(tx, actor.councilId, revision),
    selectMarks.all(tx, { councilId: actor.councilId, subjectIds }),
  ]);
  return rows.filter(({ mark, teamId }) => !marks.get(mark)?.confidential || actor.teamIds.includes(teamId));
}

const selectMarks = prepared((tx, { councilId, subjectIds }: { councilId: string; subjectIds: readonly string[] }) =>
  tx
    .selectFrom('contact_marks as m')
    .innerJoin('teams as t', (join) => join.onRef('t.council_id', '=', 'm.council_id').onRef('t.id', '=', 'm.team_id'))
    .select(['m.id', 'm.mark', 'm.subject_type as subjectType', 'm.subject_id as subjectId', 'm.team_id as teamId'])
    .select(['t.name as teamName', 'm.promise_id as promiseId', 'm.at', 'm.note'])
    .where('m.council_id', '=', councilId)
    .where(sql<boolean>`m.subject_id = any(${subjectIds})`)
    .where('m.ended_at', 'is', null)
    .orderBy('m.at'),
);
