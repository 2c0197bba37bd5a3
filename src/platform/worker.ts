import { EventEmitter } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import type { Logger as GraphileLogger, TaskList, WorkerEvents } from 'graphile-worker';
import type { Deps } from './deps.ts';
import { definedTasks, type TaskPayload } from './outbox.ts';
import { showPresence } from './worker-presence.ts';

export interface Worker {
  stop(): Promise<void>;
}

/** Lay the queue's own tables. Run after our migrations and before any request. */
export async function migrateQueue(url: string): Promise<void> {
  const { runMigrations } = await graphile();
  await runMigrations({ connectionString: url, logger: await quiet() });
}

/**
 * Work the queue until stopped. Any number of processes may do so against one database. While the database is away the
 * worker waits, longer each time, and then goes on; what a killed worker had in hand is taken up by another.
 * @param crontab lines of `minute hour day month weekday task`, in UTC.
 * @throws when it cannot begin the first time: whoever started it is there to read why.
 */
export async function startWorker(deps: Deps, crontab: string, concurrency = 4): Promise<Worker> {
  const stopping = new AbortController();
  const begin = (): Promise<Turn> => beginTurn(deps, crontab, concurrency);
  let turn = await begin();
  const working = (async () => {
    for (;;) {
      await turn.over;
      if (stopping.signal.aborted) return;
      deps.log.error({}, 'the worker lost its database and is started again');
      const next = await tryUntil(begin, stopping.signal, deps);
      if (!next) return;
      turn = next;
    }
  })();
  const stop = async (): Promise<void> => {
    stopping.abort();
    await turn.end();
    await working;
    // A turn that began while it was being stopped.
    await turn.end();
  };
  return { stop };
}

/** One life of the queue's runner, from a database that answers to one that has gone away. */
interface Turn {
  over: Promise<void>;
  end(): Promise<void>;
}

async function beginTurn(deps: Deps, crontab: string, concurrency: number): Promise<Turn> {
  const { run } = await graphile();
  const presence = await showPresence(deps);
  const events: WorkerEvents = new EventEmitter();
  events.on('pool:create', ({ workerPool }) => {
    presence.hold(workerPool.id);
  });
  try {
    const runner = await run({
      pgPool: deps.db.pool,
      taskList: taskList(deps),
      concurrency,
      crontab,
      events,
      noHandleSignals: true,
      pollInterval: 1_000,
      logger: await quiet(),
    });
    // Stopping what has stopped by itself is refused; it comes to the same.
    const end = (): Promise<void> => runner.stop().catch(() => undefined);
    void presence.lost.then(end);
    const over = runner.promise.catch(() => undefined).then(() => presence.close());
    return { over, end: () => end().then(() => over) };
  } catch (error) {
    await presence.close();
    throw error;
  }
}

const LONGEST_WAIT_MS = 4_000;

async function tryUntil<T>(attempt: () => Promise<T>, signal: AbortSignal, { log }: Deps): Promise<T | null> {
  for (let wait = 250; !signal.aborted; wait = Math.min(2 * wait, LONGEST_WAIT_MS)) {
    await setTimeout(wait);
    try {
      return await attempt();
    } catch (error) {
      log.warn({ err: String(error) }, 'the worker waits for its database');
    }
  }
  return null;
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
