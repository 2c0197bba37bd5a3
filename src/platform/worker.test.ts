import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, expect, test, vi } from 'vitest';
import { startApp, type TestApp } from '#test/app';
import { asOwner } from './db.ts';
import { defineTask, enqueue } from './outbox.ts';
import { startWorker, type Worker } from './worker.ts';

const PATIENCE = 60_000;
const workers: Worker[] = [];

afterEach(async () => {
  await Promise.all(workers.splice(0).map((worker) => worker.stop()));
});

test('what a killed worker had in hand is taken up, and what a living one has in hand is not', {
  timeout: PATIENCE,
}, async () => {
  const home = await startApp();
  const long = heldTask('test-long');
  const short = heldTask('test-short');
  short.open();
  await start(home);
  await queue(home, 'test-long');
  await until(() => long.begun === 1);
  await takenByDeadWorker(home, 'test-short');
  // The living one loses the connection that says so.
  await home.deps.db.pool.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where application_name = 'frontdoor worker' and datname = current_database()`,
  );
  await start(home);

  await until(() => short.begun === 1);
  expect(await readiness(home)).toEqual({ status: 'ready', workers: 2 });
  // Two more looks of each: long enough for a mistake.
  await takenByDeadWorker(home, 'test-short');
  await until(() => short.begun === 2);
  expect(long.begun).toBe(1);
  long.open();
  await until(async () => (await left(home)) === 0);
  expect(long.begun).toBe(1);
});

test('a runner that ended by itself is begun again and takes up what it had in hand', {
  timeout: PATIENCE,
}, async () => {
  const home = await startApp();
  const errors: string[] = [];
  const log = { ...home.deps.log, error: (_fields: object, message: string) => errors.push(message) };
  const task = heldTask('test-ended');
  await start({ ...home, deps: { ...home.deps, log } });
  await queue(home, 'test-ended');
  await until(() => task.begun === 1);

  // The queue's library prints what ended it.
  const printed = vi.spyOn(console, 'trace').mockReturnValue();
  // What is done cannot be written down: the runner ends, and its promise does not reject.
  await home.deps.db.pool.query('alter schema graphile_worker rename to away');
  task.open();
  await until(() => errors.includes('the worker has ended and is begun again'));
  printed.mockRestore();
  await home.deps.db.pool.query('drop schema if exists graphile_worker cascade');
  await home.deps.db.pool.query('alter schema away rename to graphile_worker');

  await until(() => task.begun === 2);
  await until(async () => (await left(home)) === 0);
});

test('whoever runs the house sees that nobody works the queue, and what waits in it', async () => {
  const home = await startApp();
  heldTask('test-waiting').open();
  await queue(home, 'test-waiting');

  expect(await readiness(home)).toEqual({ status: 'ready', workers: 0 });
  const { body } = await home.get('/metrics');
  expect(body).toContain('frontdoor_workers 0');
  expect(body).toContain('frontdoor_tasks{state="due"} 1');
});

/** A task that counts how often it began and waits until it is let go. */
function heldTask(name: string) {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  const task = { begun: 0, open };
  defineTask(name, async () => {
    task.begun += 1;
    await opened;
  });
  return task;
}

async function start({ deps }: Pick<TestApp, 'deps'>): Promise<void> {
  workers.push(await startWorker(deps, ''));
}

const queue = ({ deps, councilId }: TestApp, name: string): Promise<void> =>
  asOwner(deps.db, (tx) => enqueue(tx, name, { councilId }));

/** As a worker leaves it that was killed: taken, and nobody there. */
async function takenByDeadWorker({ deps, councilId }: TestApp, name: string): Promise<void> {
  await asOwner(deps.db, async (tx) => {
    await enqueue(tx, name, { councilId }, { runAt: new Date('2100-01-01') });
  });
  await deps.db.pool.query(
    `update graphile_worker._private_jobs set locked_by = 'killed', locked_at = now(), attempts = 1, run_at = now()
     where run_at > '2099-01-01'`,
  );
}

const readiness = async ({ get }: TestApp): Promise<unknown> => (await get('/readyz')).json();

async function left({ deps }: TestApp): Promise<number> {
  const { rows } = await deps.db.pool.query<{ n: number }>('select count(*) as n from graphile_worker.jobs');
  return rows[0]?.n ?? 0;
}

async function until(isTrue: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isTrue())) await pause(50);
}
