import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { enqueue } from '#platform/outbox';
import { startSeahaven } from '#test/seahaven';
import { makePromises } from './index.ts';
import { sweepPromises } from './sweep-promises.ts';

async function worldWithPromise() {
  const world = await startSeahaven('2026-11-24T11:00:00Z');
  const subjectId = randomUUID();
  const wanted = { subjectType: 'case' as const, subjectId, standard: 'missed-bin-return' };
  await world.run((tx) => makePromises(tx, world.clock, world.staff.ada, [wanted]));
  const eventsOf = async (type: string) => {
    const found = await world.run((tx) =>
      tx
        .selectFrom('domain_events')
        .select('data')
        .where('type', '=', type)
        .where('council_id', '=', world.councilId)
        .execute(),
    );
    return found.length;
  };
  return {
    ...world,
    subjectId,
    eventsOf,
    sweep: () => world.run((tx) => sweepPromises(tx, world.clock, world.councilId)),
  };
}

test('the owner of a promise is warned once, and hears once that it is overdue', async () => {
  const { clock, sweep, eventsOf } = await worldWithPromise();
  await sweep();
  expect(await eventsOf('promise.at-risk')).toBe(0);

  clock.moveTo('2026-11-26T15:00:00Z');
  await Promise.all([sweep(), sweep()]);
  expect(await eventsOf('promise.at-risk')).toBe(1);

  clock.moveTo('2026-11-26T17:00:00Z');
  await sweep();
  expect(await eventsOf('promise.overdue')).toBe(0);
  clock.advance(1);
  await Promise.all([sweep(), sweep()]);
  expect([await eventsOf('promise.at-risk'), await eventsOf('promise.overdue')]).toEqual([1, 1]);
});

test('an imported promise is never warned of', async () => {
  const { run, clock, staff, sweep, eventsOf } = await worldWithPromise();
  const imported = { dueAt: new Date('2019-03-01T12:00:00Z') };
  const wanted = { subjectType: 'case' as const, subjectId: randomUUID(), standard: 'missed-bin-return', imported };
  await run((tx) => makePromises(tx, clock, staff.ada, [wanted]));
  await sweep();
  expect([await eventsOf('promise.at-risk'), await eventsOf('promise.overdue')]).toEqual([0, 0]);
});

test('the minute round finds the council and works through the queue', async () => {
  const { clock, app, run, councilId, eventsOf } = await worldWithPromise();
  clock.moveTo('2026-11-26T18:00:00Z');
  await run((tx) => enqueue(tx, 'promises-sweep', { councilId }));
  await app.work();
  expect([await eventsOf('promise.at-risk'), await eventsOf('promise.overdue')]).toEqual([1, 1]);
});
