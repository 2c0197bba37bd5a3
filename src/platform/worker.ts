import { Logger as GraphileLogger, run, runMigrations, runOnce, type TaskList } from 'graphile-worker';
import type { Deps } from './deps.ts';
import { definedTasks, type TaskPayload } from './outbox.ts';

export interface Worker {
  stop(): Promise<void>;
}

/** Lay the queue's own tables. Run after our migrations and before any request. */
export async function migrateQueue(url: string): Promise<void> {
  await runMigrations({ connectionString: url, logger: quiet });
}

/**
 * Work the queue until stopped. Any number of processes may do so against one database.
 * @param crontab lines of `minute hour day month weekday task`, in UTC.
 */
export async function startWorker(deps: Deps, crontab: string, concurrency = 4): Promise<Worker> {
  const runner = await run({
    pgPool: deps.db.pool,
    taskList: taskList(deps),
    concurrency,
    crontab,
    noHandleSignals: true,
    pollInterval: 1_000,
    logger: quiet,
  });
  // The runner ends by itself when the database goes away for good; the process must then end, loudly, not idle.
  runner.promise.catch((error: unknown) => {
    deps.log.error({ err: String(error) }, 'the worker has stopped');
  });
  return { stop: () => runner.stop() };
}

/** Do what is due now, in order, and return: how tests let the queue run without waiting. */
export async function workQueueOnce(deps: Deps): Promise<void> {
  await runOnce({
    pgPool: deps.db.pool,
    taskList: taskList(deps),
    noHandleSignals: true,
    logger: quiet,
    concurrency: 1,
  });
}

const quiet = new GraphileLogger(() => () => undefined);

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
