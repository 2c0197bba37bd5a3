import { type Actor, may } from '#modules/staff';
import type { Tx } from '#platform/db';
import { bulkChange, bulkOutcomes, type Unchanged } from './bulk-change.ts';
import '../tables.ts';

export interface BulkRun {
  id: string;
  cases: number;
  done: number;
  madeAt: Date;
  madeBy: string;
  finishedAt: Date | null;
  message: string;
  newDueAt: Date | null;
}

export interface BulkRunView extends BulkRun {
  /** Cases that were not changed in full, and why. */
  unchanged: { reference: string; title: string; why: Unchanged }[];
}

/** How far a bulk change has come, and what it left as it was. */
export async function bulkRun(tx: Tx, actor: Actor, runId: string): Promise<BulkRunView | undefined> {
  if (!may(actor, 'message-many')) return undefined;
  const row = await runRows(tx, actor.councilId).select('r.outcomes').where('r.id', '=', runId).executeTakeFirst();
  return row && { ...toRun(row), unchanged: await unchangedOf(tx, actor.councilId, row.outcomes) };
}

const LATEST = 10;

/** The latest bulk changes, so that whoever left the page of one finds it again. */
export async function bulkRuns(tx: Tx, actor: Actor): Promise<BulkRun[]> {
  if (!may(actor, 'message-many')) return [];
  const rows = await runRows(tx, actor.councilId).orderBy('r.made_at', 'desc').limit(LATEST).execute();
  return rows.map(toRun);
}

function runRows(tx: Tx, councilId: string) {
  return tx
    .selectFrom('case_bulk_runs as r')
    .leftJoin('staff_members as s', (join) =>
      join.onRef('s.council_id', '=', 'r.council_id').onRef('s.id', '=', 'r.made_by'),
    )
    .select(['r.id', 'r.case_ids', 'r.done', 'r.made_at', 'r.finished_at', 'r.change', 's.name'])
    .where('r.council_id', '=', councilId);
}

type Row = Awaited<ReturnType<ReturnType<typeof runRows>['execute']>>[number];

function toRun({ id, case_ids, done, made_at, finished_at, change, name }: Row): BulkRun {
  const { message, newDueAt } = bulkChange.parse(change);
  const who = { madeAt: made_at, madeBy: name ?? 'somebody who has left' };
  return { id, cases: case_ids.length, done, finishedAt: finished_at, message, newDueAt, ...who };
}

async function unchangedOf(tx: Tx, councilId: string, stored: unknown): Promise<BulkRunView['unchanged']> {
  const outcomes = bulkOutcomes.parse(stored);
  if (outcomes.length === 0) return [];
  const rows = await tx
    .selectFrom('cases')
    .select(['id', 'reference', 'title'])
    .where('council_id', '=', councilId)
    .where('id', 'in', [...new Set(outcomes.map(({ caseId }) => caseId))])
    .orderBy('id')
    .execute();
  const whys = new Map(outcomes.map(({ caseId, why }) => [caseId, why]));
  return rows.flatMap(({ id, reference, title }) => {
    const why = whys.get(id);
    return why ? [{ reference, title, why }] : [];
  });
}
