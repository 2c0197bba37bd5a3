import { z } from 'zod';
import type { Tx } from '#platform/db';
import { prepared } from '#platform/prepared';
import './tables.ts';

export interface FilledIn {
  answeredBy: 'customer' | 'helper' | 'staff' | 'machine';
  /** Who sent it, where that was one of the staff. */
  typedBy: string | null;
  /** Of a form that the customer began online and staff went on with: who typed how many answers. Else null. */
  shared: { byCustomer: number; byStaff: { name: string; answers: number }[] } | null;
}

const typedSchema = z.record(z.string(), z.string());

/** Who answered the form that opened a case, and who typed; null where no form did. */
export async function whoFilledIn(tx: Tx, councilId: string, caseId: string): Promise<FilledIn | null> {
  const row = await selectOfCase.first(tx, { councilId, caseId });
  if (!row) return null;
  const answeredBy = row.answered_by as FilledIn['answeredBy'];
  return { answeredBy, typedBy: row.name, shared: await sharedBy(tx, councilId, row) };
}

const selectOfCase = prepared((tx, { councilId, caseId }: { councilId: string; caseId: string }) =>
  tx
    .selectFrom('submissions as f')
    .leftJoin('staff_members as s', (join) =>
      join.onRef('s.council_id', '=', 'f.council_id').onRef('s.id', '=', 'f.typed_by_staff_id'),
    )
    .select(['f.answered_by', 's.name', 'f.typed', 'f.answers'])
    .where('f.council_id', '=', councilId)
    .where('f.case_id', '=', caseId),
);

async function sharedBy(
  tx: Tx,
  councilId: string,
  { typed, answers }: { typed: unknown; answers: unknown },
): Promise<FilledIn['shared']> {
  const byQuestion = typedSchema.safeParse(typed);
  if (!byQuestion.success) return null;
  const asked =
    typeof answers === 'object' && answers !== null ? Object.keys(answers).filter((id) => !id.includes('.')) : [];
  const ids = Object.entries(byQuestion.data).flatMap(([question, id]) => (asked.includes(question) ? [id] : []));
  const all = asked.length;
  if (ids.length === 0) return { byCustomer: all, byStaff: [] };
  const people = await tx
    .selectFrom('staff_members')
    .select(['id', 'name'])
    .where('council_id', '=', councilId)
    .where('id', 'in', ids)
    .orderBy('name')
    .execute();
  const byStaff = people.map(({ id, name }) => ({ name, answers: ids.filter((one) => one === id).length }));
  return { byCustomer: all - ids.length, byStaff };
}
