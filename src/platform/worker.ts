import { EventEmitter } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import type { Logger as GraphileLogger, TaskList, WorkerEvents } from 'graphile-worker';
import { closeDb, type Db, openDb } from './db.ts';
import type { Deps } from './deps.ts';
import { definedTasks, type TaskPayload } from './outbox.ts';
import { keepPresence } from './worker-presence.ts';

export interface Worker {
  stop(): Promise<void>;
}

/** Lay the queue's own tables. Run after our migrations and before any request. */
export async function migrateQueue(url: string): Promise<void> {
  const { runMigrations } = await graphile();
  await runMigrations({ connectionString: url, logger: await quiet() });
}

/**
 * Work the queue until stopped. Any number of processes may do so against one database. A runner that ended by itself,
 * as it does when the database goes away, is begun again, after a wait that grows; what a killed worker had in hand is
 * taken up by another (`keepPresence`).
 * @param crontab lines of `minute hour day month weekday task`, in UTC.
 * @throws when it cannot begin the first time: whoever started it is there to read why.
 */
export async function startWorker(house: Deps, crontab: string, concurrency = 4): Promise<Worker> {
  const stopping = new AbortController();
  const deps = { ...house, db: ownConnections(house, concurrency, stopping.signal) };
  const begin = (): Promise<Turn> => beginTurn(deps, crontab, concurrency);
  let turn = await begin().catch(async (error: unknown) => {
    await closeDb(deps.db);
    throw error;
  });
  const working = (async () => {
    for (;;) {
      const reason = await turn.over;
      if (stopping.signal.aborted) return;
      deps.log.error({ reason }, 'the worker has ended and is begun again');
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
    await closeDb(deps.db);
  };
  return { stop };
}

/** A crowd before the pages must not keep the worker from its queue: one for each task in hand, two for the queue itself. */
function ownConnections({ db, log }: Deps, concurrency: number, stopping: AbortSignal): Db {
  const onIdleError = (error: Error): void => {
    if (!stopping.aborted) log.warn({ err: error.message }, 'an idle database connection of the worker ended');
  };
  return openDb({ url: db.url, max: concurrency + 2, onIdleError });
}

/** One life of the queue's runner, until it is ended or ends by itself. */
interface Turn {
  /** Settles with what the runner said when it ended. The runner's own promise does not reject when its workers fail. */
  over: Promise<string>;
  end(): Promise<void>;
}

async function beginTurn(deps: Deps, crontab: string, concurrency: number): Promise<Turn> {
  const { run } = await graphile();
  const events: WorkerEvents = new EventEmitter();
  const ended = new AbortController();
  let presence: Promise<void> | undefined;
  let reason = '';
  events.on('pool:create', ({ workerPool }) => {
    presence = keepPresence(deps, workerPool.id, ended.signal);
  });
  events.on('pool:fatalError', ({ error }) => {
    reason = String(error);
  });
  const atRest = poolAtRest(events);
  const runner = await run({
    pgPool: deps.db.pool,
    taskList: taskList(deps),
    concurrency,
    crontab,
    events,
    noHandleSignals: true,
    pollInterval: 1_000,
    logger: await quiet(),
    // Without a batch, however small, a task that cannot be written off is a rejection that nobody handles: the process ends.
    preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
  });
  const said = runner.promise.catch((error: unknown) => {
    reason = String(error);
  });
  const over = Promise.race([said, atRest]).then(async () => {
    ended.abort();
    // Where the runner keeps silent it may still hold its timetable: it is told to let go, and not waited for.
    runner.stop().catch(() => undefined);
    await presence;
    return reason;
  });
  // Stopping what has stopped by itself is refused; it comes to the same.
  const end = async (): Promise<void> => {
    await runner.stop().catch(() => undefined);
    await over;
  };
  return { over, end };
}

/**
 * Settles a moment after the pool's last worker has gone. A runner whose database went away in the middle of its work says
 * so by this event and by nothing else: its own promise then never settles, and nobody would begin again.
 */
function poolAtRest(events: WorkerEvents): Promise<void> {
  return new Promise((resolve) => {
    const rest = (): void => {
      void setTimeout(TIME_TO_SAY_SO_MS, undefined, { ref: false }).then(resolve);
    };
    events.once('pool:gracefulShutdown:complete', rest);
    events.once('pool:forcefulShutdown:complete', rest);
  });
}

const TIME_TO_SAY_SO_MS = 1_000;
const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 4_000;

async function tryUntil<T>(attempt: () => Promise<T>, signal: AbortSignal, { log }: Deps): Promise<T | null> {
  for (let wait = FIRST_WAIT_MS; ; wait = Math.min(2 * wait, LONGEST_WAIT_MS)) {
    const isTime = await setTimeout(wait, true, { signal }).catch(() => false);
    if (!isTime) return null;
    try {
      return await attempt();
    } catch (error) {
      log.warn({ err: String(error) }, 'the worker waits for its database');
    }
  }
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
