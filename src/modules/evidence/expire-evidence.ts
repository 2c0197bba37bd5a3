import { noteOnCase, todayOf } from '#modules/cases';
import { systemActor } from '#platform/actor';
import type { Clock } from '#platform/clock';
import { asOwner, inCouncil, type Tx } from '#platform/db';
import type { Deps } from '#platform/deps';
import { changeEvidence } from './change-evidence.ts';
import './tables.ts';

/**
 * Across councils: what was checked and stands no longer. The officer reads it in the case's story and asks for it again
 * where it is still needed; a case that has ended is left as it was decided.
 */
export async function expireEvidence({ db, clock }: Deps): Promise<void> {
  const councils = await asOwner(db, (tx) =>
    tx.selectFrom('evidence').select('council_id').distinct().where('state', '=', 'checked').execute(),
  );
  for (const { council_id } of councils) await inCouncil(db, council_id, (tx) => expireOf(tx, clock, council_id));
}

async function expireOf(tx: Tx, clock: Clock, councilId: string): Promise<void> {
  const today = await todayOf(tx, clock, councilId);
  const rows = await tx
    .selectFrom('evidence as e')
    .innerJoin('cases as c', (join) => join.onRef('c.council_id', '=', 'e.council_id').onRef('c.id', '=', 'e.case_id'))
    .selectAll('e')
    .where('e.council_id', '=', councilId)
    .where('e.state', '=', 'checked')
    .where('e.valid_until', '<', today)
    .where('c.ended_at', 'is', null)
    .forUpdate('e')
    .execute();
  const actor = systemActor(councilId);
  for (const row of rows) {
    await changeEvidence(tx, clock, actor, { row, changes: { state: 'expired' } });
    const text = `Evidence has expired: ${row.name}, good until ${row.valid_until ?? ''}. Ask for it again if it is still needed.`;
    const sourceId = `evidence-expired:${row.id}:${row.valid_until ?? ''}`;
    await noteOnCase(tx, clock, actor, { caseId: row.case_id, text, sourceId });
  }
}
