import type { Logger as GraphileLogger, TaskList } from 'graphile-worker';
import type { Deps } from './deps.ts';
import { definedTasks, type TaskPayload } from './outbox.ts';

export interface Worker {
  stop(): Promise<void>;
}

/** Lay the queue's own tables. Run after our migrations and before any request. */
export async function migrateQueue(url: string): Promise<void> {
  const { runMigrations } = await graphile();
  await runMigrations({ connectionString: url, logger: await quiet() });
}

/**
 * Work the queue until stopped. Any number of processes may do so against one database.
 * @param crontab lines of `minute hour day month weekday task`, in UTC.
 */
export async function startWorker(deps: Deps, crontab: string, concurrency = 4): Promise<Worker> {
  const { run } = await graphile();
  const runner = await run({
    pgPool: deps.db.pool,
    taskList: taskList(deps),
    concurrency,
    crontab,
    noHandleSignals: true,
    pollInterval: 1_000,
    logger: await quiet(),
  });
  // The runner ends by itself when the database goes away for good; the process must then end, loudly, not idle.
  runner.promise.catch((error: unknown) => {
    deps.log.error({ err: String(error) }, 'the worker has stopped');
  });
  return { stop: () => runner.stop() };
}

/** Do what is due now, in order, and return: how tests let the queue run without waiting. */
export async function workQueueOnce(deps: Deps): Promise<void> {
  const { runOnce } = await graphile();
  await runOnce({
    pgPool: deps.db.pool,
    taskList: taskList(deps),
    noHandleSignals: true,
    logger: await quiet(),
    concurrency: 1,
  });
}

// A process that only serves pages runs no queue: it loads this when it migrates, if then.
const graphile = () => import('graphile-worker');

async function quiet(): Promise<GraphileLogger> {
  const { Logger } = await graphile();
  return new Logger(() => () => undefined);
}

function taskList(deps: Deps): TaskList {
  const list: TaskList = {};
  for (const [name, handler] of definedTasks()) {
    list[name] = async (payload) => {
      try {
        await handler(deps, payload as TaskPayload);
      } catch (error) {
        deps.log.warn(
          { task: name, err: error instanceof Error ? error.message : String(error) },
          'a task failed and will be tried again',
        );
        throw error;
      }
    };
  }
  return list;
}
