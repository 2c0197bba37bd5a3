import { beforeEach, describe, expect, test } from 'vitest';
import { promisesOf } from '#modules/promises';
import { visitor } from '#modules/staff';
import { type Seahaven, startSeahaven } from '#test/seahaven';
import { missedBin, report } from '#test/seahaven/reports';
import {
  bulkRun,
  bulkStatus,
  endCase,
  endIncident,
  joinIncident,
  matchIncident,
  openIncident,
  previewBulk,
} from './index.ts';

/** Milliseconds for a test that takes in and tells a hundred people, on a machine that does much else. */
const SLOW = 60_000;

let world: Seahaven;
beforeEach(async () => {
  world = await startSeahaven('2026-11-24T15:00:00Z');
});

const sent = async () => {
  await world.work();
  return world.run((tx) =>
    tx.selectFrom('messages').select(['template_slug', 'to_address', 'body']).orderBy('id').execute(),
  );
};

describe('Kay 3: the lorry breaks down', () => {
  const brokenDown = {
    kind: 'round-not-done',
    service: 'missed-bin',
    title: 'Lorry 14 broken down',
    message: 'We could not finish your street today. Leave your bin out.',
    area: { postcodes: ['RM9 5AA'] },
  };
  const opened = async () => {
    const result = await world.run((tx) => openIncident(tx, world.clock, world.staff.mina, brokenDown));
    if (!result.ok) throw new Error(result.refusal);
    return result;
  };
  const join = (incident: string, email: string) =>
    world.run((tx) => joinIncident(tx, world.clock, visitor(world.councilId), { incident, name: 'A', email }));

  test(
    'is one incident with one promise; sixty callers are told once each and no household gets a case',
    async () => {
      const { reference, incidentId, promise } = await opened();
      expect(promise.dueAt).toEqual(new Date('2026-11-26T17:00:00Z'));
      for (let caller = 0; caller < 60; caller += 1) await join(reference, `caller${caller}@example.org`);
      expect(await join(reference, 'CALLER7@example.org')).toMatchObject({ ok: true, isNew: false });
      const told = (await sent()).filter((message) => message.template_slug === 'incident');
      expect(told).toHaveLength(60);
      expect(told[0]?.body).toContain('We will collect your bin by 5pm on Thursday 26 November.');
      const cases = await world.run((tx) =>
        tx.selectFrom('cases').select('id').where('council_id', '=', world.councilId).execute(),
      );
      expect(cases).toEqual([]);
      expect(await world.run((tx) => promisesOf(tx, world.councilId, [incidentId]))).toHaveLength(1);
    },
    SLOW,
  );

  test('speaks first at the places that it is about, until it is over', async () => {
    const { reference } = await opened();
    const match = (postcode: string) =>
      world.run((tx) => matchIncident(tx, world.councilId, { service: 'missed-bin', postcode }));
    expect(await match('RM9 5AA')).toMatchObject({ reference, dueAt: new Date('2026-11-26T17:00:00Z') });
    expect(await match('RM9 5AB')).toBeUndefined();
    const over = { incident: reference, ending: 'All bins are empty now.' };
    expect(await world.run((tx) => endIncident(tx, world.clock, world.staff.mina, over))).toEqual({ ok: true });
    expect(await match('RM9 5AA')).toBeUndefined();
  });

  test(
    'tells everybody once when it is over, and keeps its promise',
    async () => {
      const { reference, incidentId } = await opened();
      for (let caller = 0; caller < 120; caller += 1) await join(reference, `caller${caller}@example.org`);
      await sent();
      world.clock.moveTo('2026-11-25T12:00:00Z');
      const over = { incident: reference, ending: 'All bins are empty now.' };
      await world.run((tx) => endIncident(tx, world.clock, world.staff.mina, over));
      const told = (await sent()).filter((message) => message.template_slug === 'incident-over');
      expect(new Set(told.map((message) => message.to_address)).size).toBe(120);
      expect(told).toHaveLength(120);
      const [promise] = await world.run((tx) => promisesOf(tx, world.councilId, [incidentId]));
      expect(promise?.outcome).toBe('kept');
    },
    SLOW,
  );

  test('is opened by those who run incidents', async () => {
    const refused = await world.run((tx) => openIncident(tx, world.clock, world.staff.ada, brokenDown));
    expect(refused).toEqual({ ok: false, refusal: 'not-allowed' });
  });
});

describe('a storm day', () => {
  const scope = { service: 'missed-bin' };
  const change = { message: 'The storm stopped our crews.', newDueAt: new Date('2026-12-04T17:00:00Z') };
  const threeReports = async () => {
    const ids: string[] = [];
    for (let house = 0; house < 3; house += 1) {
      const parties = house === 0 ? [] : missedBin.parties;
      const place = { uprn: 990_000_003_000 + house };
      ids.push((await report(world, { ...missedBin, answers: { container: 'rubbish' }, place, parties })).caseId);
    }
    return ids;
  };

  test('is looked at before it is done: how many cases, whom it tells', async () => {
    await threeReports();
    const seen = await world.run((tx) => previewBulk(tx, world.clock, world.staff.mina, { scope }));
    expect(seen).toMatchObject({ ok: true, preview: { cases: 3, told: 2, silent: 1, promises: 3 } });
    expect(await world.run((tx) => previewBulk(tx, world.clock, world.staff.ada, { scope }))).toEqual({
      ok: false,
      refusal: 'not-allowed',
    });
    expect(await world.run((tx) => previewBulk(tx, world.clock, world.staff.mina, { scope: {} }))).toEqual({
      ok: false,
      refusal: 'nothing-chosen',
    });
  });

  test('changes each case once, tells those who can be told, and leaves alone what has ended since', async () => {
    const [silent = '', told = '', ended = ''] = await threeReports();
    await sent();
    const start = { scope, change, expected: 3 };
    const run = await world.run((tx) => bulkStatus(tx, world.clock, world.staff.mina, start));
    if (!run.ok) throw new Error(run.refusal);
    const withdrawn = { case: ended, ending: 'withdrawn', reason: 'Asked' } as const;
    await world.run((tx) => endCase(tx, world.clock, world.staff.mina, withdrawn));
    const messages = (await sent()).filter((message) => message.template_slug === 'new-date');
    expect(messages.map(({ body }) => body)).toEqual([expect.stringContaining('due: by 5pm on Friday 4 December')]);
    const dues = await world.run((tx) =>
      tx.selectFrom('cases').select(['id', 'next_due_at']).where('id', 'in', [silent, told]).orderBy('id').execute(),
    );
    expect(dues.map(({ next_due_at }) => next_due_at?.toISOString())).toEqual([
      '2026-11-25T17:00:00.000Z',
      '2026-11-25T17:00:00.000Z',
    ]);
    expect(await world.run((tx) => bulkRun(tx, world.staff.mina, run.runId))).toMatchObject({ cases: 3, done: 3 });
    const entries = await world.run((tx) =>
      tx.selectFrom('case_entries').select('case_id').where('kind', '=', 'status').execute(),
    );
    expect(entries.map(({ case_id }) => case_id).sort()).toEqual([silent, told].sort());
  });

  test('is not done where the cases are others than were looked at', async () => {
    await threeReports();
    const start = { scope, change, expected: 2 };
    const refused = await world.run((tx) => bulkStatus(tx, world.clock, world.staff.mina, start));
    expect(refused).toEqual({ ok: false, refusal: 'changed-since' });
  });
});
