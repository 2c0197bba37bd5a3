import { sql } from 'kysely';
import { type Actor, may } from '#modules/staff';
import type { Tx } from '#platform/db';
import { type BulkScope, MOST_CASES } from './bulk-change.ts';
import { casesInScope } from './cases-in-scope.ts';

export interface BulkPreview {
  cases: number;
  /** People who will be written to, each once a case. */
  told: number;
  /** Cases with nobody who left a way to reach them. */
  silent: number;
  /** Promises that run and would get another date. */
  promises: number;
  /** The first ten, to look at. */
  sample: { reference: string; title: string; place: string | null }[];
}

export type PreviewBulkResult =
  | { ok: true; preview: BulkPreview }
  | { ok: false; refusal: 'not-allowed' | 'nothing-chosen' | 'too-many' };

const SAMPLE = 10;

/** What a bulk change would change and whom it would tell, before anything is done. */
export async function previewBulk(tx: Tx, actor: Actor, scope: BulkScope): Promise<PreviewBulkResult> {
  if (!may(actor, 'message-many')) return { ok: false, refusal: 'not-allowed' };
  const ids = await casesInScope(tx, actor.councilId, scope);
  if (ids.length === 0) return { ok: false, refusal: 'nothing-chosen' };
  if (ids.length > MOST_CASES) return { ok: false, refusal: 'too-many' };
  const { rows } = await sql<{ told: number; heard: number; promises: number }>`
    select count(*) as told, count(distinct case_id) as heard,
      (select count(*) from promises where council_id = ${actor.councilId} and subject_id = any(${ids}::uuid[])
        and outcome is null and kind <> 'acknowledge') as promises
    from case_parties where council_id = ${actor.councilId} and case_id = any(${ids}::uuid[]) and ended_at is null
      and wants_updates and coalesce(customer_id::text, email, phone) is not null`.execute(tx);
  const { told = 0, heard = 0, promises = 0 } = rows[0] ?? {};
  const sample = await tx
    .selectFrom('cases')
    .select(['reference', 'title', 'place'])
    .where('council_id', '=', actor.councilId)
    .where('id', 'in', ids.slice(0, SAMPLE))
    .execute();
  return { ok: true, preview: { cases: ids.length, told, silent: ids.length - heard, promises, sample } };
}
