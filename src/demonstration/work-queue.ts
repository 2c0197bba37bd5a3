import { Logger, runOnce, type TaskList } from 'graphile-worker';
import { MovableClock } from '#platform/clock';
import type { Deps } from '#platform/deps';
import { definedTasks, type TaskPayload } from '#platform/outbox';

/** A worker takes a moment: what follows from a fact happens so many minutes after it. */
const AFTER_MINUTES = 1;

/** Let the queue do what is due, each task at the time of the fact that it follows from, which its id tells; none past `latest`. */
export async function workQueueAsOf(deps: Deps, latest: Date): Promise<void> {
  const taskList: TaskList = {};
  for (const [name, handler] of definedTasks()) {
    taskList[name] = (payload) => {
      const clock = new MovableClock(timeOf(payload) ?? deps.clock.now());
      clock.advance(AFTER_MINUTES);
      if (clock.now() > latest) clock.moveTo(latest);
      return handler({ ...deps, clock }, payload as TaskPayload);
    };
  }
  const logger = new Logger(() => () => undefined);
  await runOnce({ pgPool: deps.db.pool, taskList, noHandleSignals: true, logger, concurrency: 3 });
}

/** Texts of the last night wait for the morning. Nobody is sent anything of a played life, so they need not. */
export async function waitForNoMorning({ db }: Deps): Promise<void> {
  await db.pool.query(
    `select graphile_worker.reschedule_jobs(array(select id from graphile_worker.jobs where task_identifier = 'deliver-message'), run_at := now())`,
  );
}

/** A UUIDv7 begins with the millisecond in which it was made. */
function timeOf(payload: unknown): Date | null {
  const { eventId, messageId } = payload as Record<string, unknown>;
  const id = eventId ?? messageId;
  if (typeof id !== 'string') return null;
  return new Date(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16));
}
