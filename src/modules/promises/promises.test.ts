import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { type Seahaven, startSeahaven } from '#test/seahaven';
import {
  keepPromise,
  makePromises,
  missPromise,
  pausePromise,
  promisesOf,
  renegotiatePromise,
  resumePromise,
} from './index.ts';
import { tellPromises } from './tell-promises.ts';
import { withdrawPromises } from './withdraw-promises.ts';

let world: Seahaven;
beforeEach(async () => {
  world = await startSeahaven('2026-11-24T11:00:00Z');
});

async function promise(standard = 'missed-bin-return'): Promise<{ id: string; subjectId: string; dueAt: Date }> {
  const { run, clock, staff, team } = world;
  const subjectId = randomUUID();
  const wanted = { subjectType: 'case' as const, subjectId, standard, teamId: team.waste };
  const made = await run((tx) => makePromises(tx, clock, staff.ada, [wanted]));
  const first = made.ok ? made.promises[0] : undefined;
  if (!first) throw new Error('no promise was made');
  return first;
}

const read = async (subjectId: string) => world.run((tx) => promisesOf(tx, world.councilId, [subjectId]));

describe('a promise that is made', () => {
  test('is due by the clock of its standard, on the working days of the council', async () => {
    const { dueAt } = await promise();
    expect(dueAt).toEqual(new Date('2026-11-26T17:00:00Z'));
  });

  test('keeps the version of the standard that it was made with when the standard changes', async () => {
    const { id, subjectId } = await promise();
    const clock = { kind: 'working-days', days: 9, calendar: 'office-hours' };
    await world.amend('standard', {
      slug: 'missed-bin-return',
      ...{ promise: 'complete', what: { en: 'New' }, clock },
    });
    const [kept] = await read(subjectId);
    const later = await promise();
    expect(kept).toMatchObject({ id, standard: { version: 1 }, what: { en: 'We will collect your bin' } });
    expect(later.dueAt).toEqual(new Date('2026-12-07T17:00:00Z'));
  });

  test('is refused where the council has no such standard, and nothing is written', async () => {
    const { run, clock, staff } = world;
    const subjectId = randomUUID();
    const wanted = ['missed-bin-return', 'no-such'].map((standard) => ({
      subjectType: 'case' as const,
      subjectId,
      standard,
    }));
    const made = await run((tx) => makePromises(tx, clock, staff.ada, wanted));
    expect(made).toMatchObject({ ok: false, refusal: 'unknown-standard', standard: 'no-such' });
    expect(await read(subjectId)).toEqual([]);
  });
});

describe('telling a promise', () => {
  test('counts once, when it was first told, and never by a resident', async () => {
    const { run, clock, staff, councilId } = world;
    const { id, subjectId } = await promise();
    const tell = { promiseIds: [id], at: clock.now(), contactId: randomUUID() };
    const resident = { councilId, type: 'public' as const, id: null, name: 'a resident' };
    expect(await run((tx) => tellPromises(tx, clock, resident, tell))).toEqual({ ok: false, refusal: 'not-allowed' });
    await run((tx) => tellPromises(tx, clock, staff.ada, tell));
    clock.advance(60);
    const again = await run((tx) => tellPromises(tx, clock, staff.ada, { ...tell, at: clock.now() }));
    expect(again).toEqual({ ok: true, told: 0 });
    expect((await read(subjectId))[0]?.toldAt).toEqual(tell.at);
  });
});

describe('a question to the customer', () => {
  test('moves the due time by the days that the answer took, and the new one has not been told', async () => {
    const { run, clock, staff } = world;
    const { id, subjectId } = await promise();
    await run((tx) =>
      tellPromises(tx, clock, staff.ada, { promiseIds: [id], at: clock.now(), contactId: randomUUID() }),
    );
    await run((tx) => pausePromise(tx, clock, staff.omar, { promiseId: id, why: 'Which bin?' }));
    clock.moveTo('2026-11-26T10:00:00Z');
    const resumed = await run((tx) => resumePromise(tx, clock, staff.omar, { promiseId: id }));
    expect(resumed).toEqual({ ok: true, hasMoved: true, dueAt: new Date('2026-11-30T17:00:00Z') });
    expect((await read(subjectId))[0]).toMatchObject({ toldAt: null, pausedAt: null });
  });

  test('restarts a clock of freedom of information', async () => {
    const { run, clock, staff } = world;
    const { id } = await promise('information-request');
    await run((tx) => pausePromise(tx, clock, staff.omar, { promiseId: id, why: 'Which year?' }));
    clock.moveTo('2026-12-01T10:00:00Z');
    const resumed = await run((tx) => resumePromise(tx, clock, staff.omar, { promiseId: id }));
    expect(resumed).toMatchObject({ ok: true, dueAt: new Date('2027-01-01T00:00:00Z') });
  });

  test('does nothing to a clock that its standard lets run', async () => {
    const { run, clock, staff } = world;
    const { id, subjectId } = await promise('made-safe');
    const paused = await run((tx) => pausePromise(tx, clock, staff.omar, { promiseId: id, why: 'Which tap?' }));
    expect(paused).toEqual({ ok: true, effect: 'none' });
    expect((await read(subjectId))[0]?.pausedAt).toBeNull();
  });
});

describe('the outcome', () => {
  test.each([
    ['2026-11-26T17:00:00Z', 'kept'],
    ['2026-11-26T17:00:01Z', 'missed'],
  ])('of work done at %s is %s', async (doneAt, outcome) => {
    const { run, clock, staff } = world;
    const { id } = await promise();
    clock.moveTo('2026-11-27T09:00:00Z');
    const kept = await run((tx) => keepPromise(tx, clock, staff.omar, { promiseId: id, doneAt: new Date(doneAt) }));
    expect(kept).toEqual({ ok: true, outcome });
  });

  test('turns from kept to missed when the customer says "not fixed" in time, and not after', async () => {
    const { run, clock, staff } = world;
    const until = new Date('2026-12-09T00:00:00Z');
    const keep = (promiseId: string) =>
      run((tx) => keepPromise(tx, clock, staff.omar, { promiseId, doneAt: clock.now(), provisionalUntil: until }));
    const [early, late] = [await promise(), await promise()];
    await keep(early.id);
    await keep(late.id);
    clock.moveTo('2026-11-25T09:00:00Z');
    const notFixed = { promiseId: early.id, because: 'not-fixed' as const };
    expect(await run((tx) => missPromise(tx, clock, staff.ada, notFixed))).toEqual({ ok: true });
    clock.moveTo(until);
    const tooLate = await run((tx) => missPromise(tx, clock, staff.ada, { ...notFixed, promiseId: late.id }));
    expect(tooLate).toEqual({ ok: false, refusal: 'decided' });
    expect((await read(early.subjectId))[0]?.outcome).toBe('missed');
    expect((await read(late.subjectId))[0]?.outcome).toBe('kept');
  });

  test('of open promises is withdrawn when their subject ends in another way', async () => {
    const { run, clock, staff } = world;
    const { id, subjectId } = await promise();
    const withdrawn = await run((tx) =>
      withdrawPromises(tx, clock, staff.ada, { subjectIds: [subjectId], because: 'withdrawn' }),
    );
    expect(withdrawn).toEqual([id]);
  });
});

describe('another date', () => {
  const newDueAt = new Date('2026-12-01T17:00:00Z');
  const agreed = { newDueAt, why: 'The lorry is being repaired.', told: { messageId: randomUUID() } };

  test('before the due time makes a new promise, and the old one is neither kept nor missed', async () => {
    const { run, clock, staff } = world;
    const { id, subjectId } = await promise();
    const result = await run((tx) => renegotiatePromise(tx, clock, staff.omar, { promiseId: id, ...agreed }));
    const [old, next] = await read(subjectId);
    expect(result).toEqual({ ok: true, promiseId: next?.id });
    expect(old).toMatchObject({ outcome: 'renegotiated', replacedBy: next?.id });
    expect(next).toMatchObject({ dueAt: newDueAt, outcome: null, toldAt: null });
  });

  test('cannot be agreed once the promise is due, nor by another team, nor to an earlier time', async () => {
    const { run, clock, staff } = world;
    const { id } = await promise();
    const ask = (who: keyof Seahaven['staff'], change = {}) =>
      run((tx) => renegotiatePromise(tx, clock, staff[who], { promiseId: id, ...agreed, ...change }));
    expect(await ask('rui')).toEqual({ ok: false, refusal: 'not-allowed' });
    expect(await ask('omar', { newDueAt: clock.now() })).toEqual({ ok: false, refusal: 'not-later' });
    clock.moveTo('2026-11-26T17:00:00Z');
    expect(await ask('omar')).toEqual({ ok: false, refusal: 'already-due' });
  });
});
