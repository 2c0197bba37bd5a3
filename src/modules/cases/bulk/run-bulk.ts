import { promisesOf } from '#modules/promises';
import { type StaffActor, staffActor } from '#modules/staff';
import { systemActor } from '#platform/actor';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { enqueue } from '#platform/outbox';
import { agreeNewDate } from '../agree-new-date.ts';
import { type CaseRow, lockCase } from '../find-case.ts';
import { messageCase } from '../message-case.ts';
import { touchCase } from '../touch-case.ts';
import { writeEntry } from '../write-entry.ts';
import { type BulkChange, bulkChange } from './bulk-change.ts';
import { RUN_BULK } from './bulk-status.ts';
import '../tables.ts';

const BATCH = 25;

/**
 * Change the next batch of a run and queue the one after it. A batch that runs twice changes each case once: its entry
 * carries the run's id. A case that has ended since the preview is left alone.
 */
export async function runBulk(tx: Tx, clock: Clock, councilId: string, runId: string): Promise<void> {
  const run = await tx
    .selectFrom('case_bulk_runs')
    .selectAll()
    .where('council_id', '=', councilId)
    .where('id', '=', runId)
    .forUpdate()
    .executeTakeFirst();
  if (!run || run.finished_at) return;
  const change = bulkChange.parse(run.change);
  const actor = await staffActor(tx, councilId, run.made_by);
  const batch = run.case_ids.slice(run.done, run.done + BATCH);
  for (const id of batch) await changeOne(tx, clock, { councilId, id, runId, change, actor });
  const done = run.done + batch.length;
  const isOver = done >= run.case_ids.length;
  await tx
    .updateTable('case_bulk_runs')
    .set({ done, finished_at: isOver ? clock.now() : null })
    .where('council_id', '=', councilId)
    .where('id', '=', runId)
    .execute();
  if (!isOver) await enqueue(tx, RUN_BULK, { councilId, runId }, { key: `${RUN_BULK}:${runId}:${done}` });
}

interface One {
  councilId: string;
  id: string;
  runId: string;
  change: BulkChange;
  /** Who started it; null when they have left since. */
  actor: StaffActor | null;
}

async function changeOne(tx: Tx, clock: Clock, { councilId, id, runId, change, actor }: One): Promise<void> {
  const itsCase = await lockCase(tx, councilId, id);
  if (!itsCase || itsCase.ended_at) return;
  const entryId = await writeEntry(tx, clock, actor ?? systemActor(councilId), {
    caseId: id,
    kind: 'status',
    audience: itsCase.public_state === 'public' ? 'public' : 'customer',
    text: change.message,
    data: { runId },
    sourceId: `bulk:${runId}`,
  });
  if (!entryId) return;
  const moved = change.newDueAt && actor ? await moveDates(tx, clock, actor, { itsCase, change }) : 0;
  // Whoever is told of a new date is told why in the same message.
  if (moved === 0) {
    const variables = { reason: change.message };
    const key = `bulk:${runId}:${id}`;
    await messageCase(tx, clock, { itsCase, moment: 'update', key, variables, withFollowers: true });
  }
  await touchCase(tx, clock, itsCase);
}

async function moveDates(
  tx: Tx,
  clock: Clock,
  actor: StaffActor,
  { itsCase, change }: { itsCase: CaseRow; change: BulkChange },
): Promise<number> {
  const promises = await promisesOf(tx, itsCase.council_id, [itsCase.id]);
  const running = promises.filter(({ outcome, kind }) => outcome === null && kind !== 'acknowledge');
  let moved = 0;
  for (const { id } of running) {
    const newDueAt = change.newDueAt ?? clock.now();
    const command = { case: itsCase.id, promiseId: id, newDueAt, why: change.message };
    const agreed = await agreeNewDate(tx, clock, actor, command);
    if (agreed.ok) moved += 1;
  }
  return moved;
}
