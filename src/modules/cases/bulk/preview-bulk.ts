import { sql } from 'kysely';
import { type Actor, may } from '#modules/staff';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { type BulkChange, type BulkScope, bulkChange, MOST_CASES, type Unchanged } from './bulk-change.ts';
import { casesInScope } from './cases-in-scope.ts';
import { type SampleMessage, sampleOfChange } from './sample-of-change.ts';

export interface BulkPreview {
  cases: number;
  /** Messages that will be written: one a person and case. */
  told: number;
  /** Cases with nobody who left a way to reach them. */
  silent: number;
  /** Promises that run and would get another date. */
  promises: number;
  /** Cases whose date would stay as it is although another was given, by the reason. */
  blocked: { why: Unchanged; cases: number }[];
  /** The first ten, to look at. */
  sample: { reference: string; title: string; place: string | null }[];
  /** How the message reads for one of them; null until there is something to say. */
  message: SampleMessage | null;
}

export type PreviewBulkResult =
  | { ok: true; preview: BulkPreview }
  | { ok: false; refusal: 'not-allowed' | 'nothing-chosen' | 'too-many' };

interface PreviewBulk {
  scope: BulkScope;
  /** What is to be said and agreed, once that is known. */
  change?: { message: string; newDueAt?: Date | null };
}

const SAMPLE = 10;

/**
 * What a bulk change would change and whom it would tell, before anything is done. Somebody on record counts as reachable
 * here; the run finds out whether they left an address that the message can go to, and says so.
 */
export async function previewBulk(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  { scope, change }: PreviewBulk,
): Promise<PreviewBulkResult> {
  if (!may(actor, 'message-many')) return { ok: false, refusal: 'not-allowed' };
  const { councilId } = actor;
  const ids = await casesInScope(tx, councilId, scope);
  if (ids.length === 0) return { ok: false, refusal: 'nothing-chosen' };
  if (ids.length > MOST_CASES) return { ok: false, refusal: 'too-many' };
  const read = bulkChange.safeParse(change);
  const newDueAt = read.success ? read.data.newDueAt : null;
  const rows = await standingOf(tx, { councilId, ids, now: clock.now(), newDueAt });
  const totalOf = (key: 'messages' | 'silent' | 'promises') => rows.reduce((sum, row) => sum + row[key], 0);
  const blocked = rows.flatMap(({ why, cases }) => (newDueAt && why ? [{ why, cases }] : []));
  return {
    ok: true,
    preview: {
      cases: ids.length,
      told: totalOf('messages'),
      silent: totalOf('silent'),
      promises: totalOf('promises'),
      blocked,
      sample: await firstOf(tx, councilId, ids),
      message: read.success ? await messageOf(tx, clock, { councilId, rows, change: read.data }) : null,
    },
  };
}

interface Standing {
  /** Why the date of these cases would stay; null where it would move, or where none was given. */
  why: Unchanged | null;
  cases: number;
  messages: number;
  silent: number;
  promises: number;
  /** One of them whom somebody would be told of. */
  example: string | null;
}

/** The cases by what would become of them, in one statement: thousands cost what one does. */
async function standingOf(
  tx: Tx,
  { councilId, ids, now, newDueAt }: { councilId: string; ids: readonly string[]; now: Date; newDueAt: Date | null },
): Promise<Standing[]> {
  const { rows } = await sql<Standing>`
    with running as (
      select subject_id as id, count(*) as promises, bool_or(paused_at is not null) as paused,
        bool_and(due_at <= ${now}::timestamptz) as due,
        bool_or(paused_at is null and due_at > ${now}::timestamptz and due_at < ${newDueAt}::timestamptz) as can
      from promises where council_id = ${councilId} and subject_id = any(${ids}::uuid[])
        and outcome is null and kind <> 'acknowledge' group by subject_id),
    heard as (
      select case_id as id, count(*) as everybody, count(*) filter (where role <> 'follower') as concerned
      from case_parties where council_id = ${councilId} and case_id = any(${ids}::uuid[]) and ended_at is null
        and wants_updates and coalesce(customer_id::text, email, phone) is not null group by case_id),
    standing as (
      select picked.id, coalesce(r.promises, 0) as promises, coalesce(h.everybody, 0) as everybody,
        coalesce(h.concerned, 0) as concerned,
        case when ${newDueAt}::timestamptz is null then null when r.id is null then 'no-promise'
          when r.can and coalesce(h.concerned, 0) = 0 then 'nobody-to-tell' when r.can then null
          when r.due then 'already-due' when r.paused then 'paused' else 'not-later' end as why
      from unnest(${ids}::uuid[]) as picked (id)
      left join running r on r.id = picked.id left join heard h on h.id = picked.id)
    select why, count(*) as cases, count(*) filter (where everybody = 0) as silent, sum(promises)::bigint as promises,
      sum(case when ${newDueAt}::timestamptz is not null and why is null then concerned else everybody end)::bigint as messages,
      (array_agg(id order by id) filter (where everybody > 0))[1] as example
    from standing group by why order by count(*) desc`.execute(tx);
  return rows;
}

function firstOf(tx: Tx, councilId: string, ids: readonly string[]) {
  return tx
    .selectFrom('cases')
    .select(['reference', 'title', 'place'])
    .where('council_id', '=', councilId)
    .where('id', 'in', ids.slice(0, SAMPLE))
    .orderBy('id')
    .execute();
}

interface MessageOf {
  councilId: string;
  rows: readonly Standing[];
  change: BulkChange;
}

/** The message of a case whose date moves, where one does; else of any whom somebody is told of. */
function messageOf(tx: Tx, clock: Clock, { councilId, rows, change }: MessageOf): Promise<SampleMessage | null> {
  const moving = change.newDueAt ? rows.find(({ why, example }) => why === null && example !== null) : undefined;
  const shown = moving ?? rows.find(({ example }) => example !== null);
  if (!shown?.example) return Promise.resolve(null);
  return sampleOfChange(tx, clock, { councilId, caseId: shown.example, change, moves: moving !== undefined });
}
