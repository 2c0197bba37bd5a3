import './tables.ts';
import { sql } from 'kysely';
import type { Tx } from './db.ts';
import { type Counts, deleteRows } from './delete-rows.ts';

/**
 * Take what the house itself remembers of these records: their events, and work still queued for them. The audit has a
 * rule of its own. Owner's transaction only: a request may add to these tables and nothing else.
 */
export async function forgetTraces(tx: Tx, councilId: string, subjectIds: readonly string[]): Promise<Counts> {
  if (subjectIds.length === 0) return {};
  return {
    domain_events: await deleteRows(tx, { table: 'domain_events', councilId, column: 'subject_id', ids: subjectIds }),
    queue: await unqueue(tx, councilId, subjectIds),
  };
}

/** A payload holds ids only, at its top and in the event's data; one that is being worked on is left to its worker. */
async function unqueue(tx: Tx, councilId: string, subjectIds: readonly string[]): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from graphile_worker._private_jobs j where j.locked_at is null and j.payload ->> 'councilId' = ${councilId}
      and (exists (select from json_each_text(j.payload) p where p.value = any(${[...subjectIds]}))
        or exists (select from json_each_text(case when json_typeof(j.payload -> 'data') = 'object' then j.payload -> 'data' else '{}' end) p
          where p.value = any(${[...subjectIds]})))`.execute(tx);
  return Number(numAffectedRows ?? 0);
}
