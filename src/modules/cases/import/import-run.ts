import type { ActorRef } from '#platform/actor';
import { recordAct } from '#platform/audit';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { newId } from '#platform/ids';
import '../tables.ts';

/** `read` is always the sum of the other three: nothing is lost. */
export interface ImportedCounts {
  read: number;
  taken: number;
  /** In before, by this run or an earlier one. */
  known: number;
  refused: number;
}

interface NewRun {
  source: string;
  fileSha256: string;
  mappingSha256: string;
}

/** Write down that a file is being taken in. Returns the run's id. */
export async function startRun(tx: Tx, clock: Clock, { councilId }: ActorRef, run: NewRun): Promise<string> {
  const id = newId(clock);
  const now = clock.now();
  await tx
    .insertInto('import_runs')
    .values({
      council_id: councilId,
      id,
      source: run.source,
      file_sha256: run.fileSha256,
      mapping_sha256: run.mappingSha256,
      started_at: now,
      updated_at: now,
      finished_at: null,
    })
    .execute();
  return id;
}

interface Progress {
  runId: string;
  counts: ImportedCounts;
}

/** Keep how far it is, with the rows that it is about. */
export async function keepProgress(
  tx: Tx,
  clock: Clock,
  { councilId }: ActorRef,
  { runId, counts }: Progress,
): Promise<void> {
  await tx
    .updateTable('import_runs')
    .set({
      rows_read: counts.read,
      rows_taken: counts.taken,
      rows_known: counts.known,
      rows_refused: counts.refused,
      updated_at: clock.now(),
    })
    .where('council_id', '=', councilId)
    .where('id', '=', runId)
    .execute();
}

/** The whole file was read. One act in the audit stands for all its rows. */
export async function finishRun(tx: Tx, clock: Clock, actor: ActorRef, progress: Progress): Promise<void> {
  await keepProgress(tx, clock, actor, progress);
  await tx
    .updateTable('import_runs')
    .set({ finished_at: clock.now() })
    .where('council_id', '=', actor.councilId)
    .where('id', '=', progress.runId)
    .execute();
  const about = { subjectType: 'import-run', subjectId: progress.runId, detail: { ...progress.counts } };
  await recordAct(tx, clock, actor, { act: 'cases.imported', ...about });
}
