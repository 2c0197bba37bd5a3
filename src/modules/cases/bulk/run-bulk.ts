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
import { type BulkChange, bulkChange, bulkOutcomes, UNCHANGED, type Unchanged } from './bulk-change.ts';
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
  const outcomes = bulkOutcomes.parse(run.outcomes);
  for (const caseId of batch) {
    const why = await changeOne(tx, clock, { councilId, id: caseId, runId, change, actor });
    if (why) outcomes.push({ caseId, why });
  }
  const done = run.done + batch.length;
  const isOver = done >= run.case_ids.length;
  await tx
    .updateTable('case_bulk_runs')
    .set({ done, finished_at: isOver ? clock.now() : null, outcomes: JSON.stringify(outcomes) })
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

/** @returns why it was left as it was, in all or in its date; null where everything was done */
async function changeOne(
  tx: Tx,
  clock: Clock,
  { councilId, id, runId, change, actor }: One,
): Promise<Unchanged | null> {
  const itsCase = await lockCase(tx, councilId, id);
  if (!itsCase || itsCase.ended_at) return 'ended';
  const entryId = await writeEntry(tx, clock, actor ?? systemActor(councilId), {
    caseId: id,
    kind: 'status',
    audience: itsCase.public_state === 'public' ? 'public' : 'customer',
    text: change.message,
    data: { runId },
    sourceId: `bulk:${runId}`,
  });
  if (!entryId) return null;
  const kept = change.newDueAt ? await moveDates(tx, clock, actor, { itsCase, change }) : 'no-date';
  // Whoever is told of a new date is told why in the same message.
  const told = kept === null || (await tellUpdate(tx, clock, itsCase, { change, runId }));
  await touchCase(tx, clock, itsCase);
  if (kept === 'no-date') return told ? null : 'nobody-to-tell';
  return kept;
}

async function tellUpdate(
  tx: Tx,
  clock: Clock,
  itsCase: CaseRow,
  { change, runId }: Pick<One, 'change' | 'runId'>,
): Promise<boolean> {
  const variables = { reason: change.message };
  const key = `bulk:${runId}:${itsCase.id}`;
  const told = await messageCase(tx, clock, { itsCase, moment: 'update', key, variables, withFollowers: true });
  return told.length > 0;
}

/** Agree the later date for every promise that runs. @returns null where one moved, else why none did */
async function moveDates(
  tx: Tx,
  clock: Clock,
  actor: StaffActor | null,
  { itsCase, change }: { itsCase: CaseRow; change: BulkChange },
): Promise<Unchanged | null> {
  if (!actor) return 'not-allowed';
  const promises = await promisesOf(tx, itsCase.council_id, [itsCase.id]);
  const running = promises.filter(({ outcome, kind }) => outcome === null && kind !== 'acknowledge');
  let kept: Unchanged = 'no-promise';
  let hasMoved = false;
  for (const { id } of running) {
    const newDueAt = change.newDueAt ?? clock.now();
    const command = { case: itsCase.id, promiseId: id, newDueAt, why: change.message };
    const agreed = await agreeNewDate(tx, clock, actor, command);
    if (agreed.ok) hasMoved = true;
    else if (kept === 'no-promise') kept = UNCHANGED.find((one) => one === agreed.refusal) ?? 'not-allowed';
  }
  return hasMoved ? null : kept;
}
