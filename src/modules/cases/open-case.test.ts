import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { visitor } from '#modules/staff';
import { readReference } from '#platform/ids';
import { type Seahaven, startSeahaven } from '#test/seahaven';
import { documentOf } from '#test/seahaven/documents';
import { missedBin, pothole, report } from '#test/seahaven/reports';
import { openCase, openCasesAtPlace } from './index.ts';

let world: Seahaven;
let house = 100;
beforeAll(async () => {
  world = await startSeahaven('2026-11-24T11:00:00Z');
});

/** Another household each time, so that tests do not repeat each other's failures. */
const atNewHouse = () => ({ ...missedBin, place: { uprn: 990_000_001_000 + ++house, words: `${house} Elm Road` } });
const caseRow = (id: string) =>
  world.run((tx) =>
    tx
      .selectFrom('cases')
      .selectAll()
      .where('council_id', '=', world.councilId)
      .where('id', '=', id)
      .executeTakeFirstOrThrow(),
  );

describe('a report', () => {
  test('gets a reference that can be read out, an owner, and one promise of each standard', async () => {
    const opened = await report(world, atNewHouse());
    expect(readReference(opened.reference)).toBe(opened.reference);
    expect(opened.owner).toEqual({ id: world.staff.ada.id, name: 'Ada Mensah' });
    expect(opened.team.name).toBe('Waste');
    expect(opened.promises.map(({ standard, dueAt }) => [standard, dueAt.toISOString()])).toEqual([
      ['missed-bin-return', '2026-11-26T17:00:00.000Z'],
      ['report-acknowledged', '2026-11-25T17:00:00.000Z'],
      ['street-clean', '2026-12-01T17:00:00.000Z'],
    ]);
    expect((await caseRow(opened.caseId)).next_due_at).toEqual(new Date('2026-11-25T17:00:00Z'));
  });

  test('makes the jobs that its answers call for, each with its own team', async () => {
    const both = await report(world, atNewHouse());
    const one = await report(world, { ...atNewHouse(), answers: { container: 'rubbish', 'street-dirty': false } });
    expect(both.jobs.map(({ slug, teamName, number }) => [slug, teamName, number])).toEqual([
      ['collect-bin', 'Waste', 1],
      ['clean-street', 'Street Cleaning', 2],
    ]);
    expect(one.jobs.map(({ slug }) => slug)).toEqual(['collect-bin']);
  });

  test('online is owned by an officer of the team that owns the service', async () => {
    const opened = await report(world, { ...atNewHouse(), channel: 'web' }, visitor(world.councilId));
    expect(opened.owner?.name).toBe('Omar Said');
  });

  test('keeps the version of the service that it was opened under', async () => {
    const opened = await report(world, atNewHouse());
    await world.amend('service', documentOf('service', 'missed-bin'));
    expect((await caseRow(opened.caseId)).service_version).toBe(1);
    expect((await caseRow((await report(world, atNewHouse())).caseId)).service_version).toBe(2);
  });

  test('of a household without an address is asked where, and nothing is written', async () => {
    const refused = await world.run((tx) => openCase(tx, world.clock, world.staff.ada, { ...missedBin, place: null }));
    expect(refused).toMatchObject({ ok: false, refusal: 'place-needed' });
  });

  test('of something that the council does not take is refused', async () => {
    const unknown = { ...missedBin, service: 'dragons' };
    const refused = await world.run((tx) => openCase(tx, world.clock, world.staff.ada, unknown));
    expect(refused).toMatchObject({ ok: false, refusal: 'unknown-service' });
  });

  test('is not taken from a partner, who sees nothing but jobs', async () => {
    const refused = await world.run((tx) => openCase(tx, world.clock, world.staff.pat, missedBin));
    expect(refused).toMatchObject({ ok: false, refusal: 'not-allowed' });
  });

  test('is one event and one act in the audit', async () => {
    const { caseId } = await report(world, atNewHouse());
    const { events, acts } = await world.run(async (tx) => ({
      events: await tx.selectFrom('domain_events').select('type').where('subject_id', '=', caseId).execute(),
      acts: await tx
        .selectFrom('audit_entries')
        .select(['act', 'actor_name'])
        .where('subject_id', '=', caseId)
        .execute(),
    }));
    expect(events.map(({ type }) => type)).toEqual(['promise.made', 'case.opened']);
    expect(acts).toContainEqual({ act: 'case.opened', actor_name: 'Ada Mensah' });
  });
});

describe('the same report twice', () => {
  test('pressed at once makes one case, and both hear of it', async () => {
    const command = { ...atNewHouse(), submissionId: randomUUID() };
    const [one, two] = await Promise.all([report(world, command), report(world, command)]);
    expect(two.reference).toBe(one.reference);
    expect([one, two].filter((opened) => opened.isNew)).toHaveLength(1);
    expect(two.jobs.map(({ slug }) => slug)).toEqual(one.jobs.map(({ slug }) => slug));
  });

  test('from another system under one id makes one case', async () => {
    const command = { ...pothole, source: { name: 'fixmystreet', id: '77' } };
    const first = await report(world, command);
    expect(await report(world, command)).toMatchObject({ reference: first.reference, isNew: false });
  });
});

describe('what is already open', () => {
  test('is shown for the same household, and not for the house next door', async () => {
    const command = atNewHouse();
    const opened = await report(world, command);
    const open = (place: object) =>
      world.run((tx) => openCasesAtPlace(tx, world.councilId, { service: 'missed-bin', place }));
    expect((await open(command.place)).map(({ reference }) => reference)).toEqual([opened.reference]);
    expect(await open({ ...command.place, uprn: 1 })).toEqual([]);
  });

  test('on a street is what lies within 30 metres', async () => {
    const opened = await report(world, { ...pothole, place: { words: 'By the pier', lat: 51.47, lon: 0.32 } });
    const metresNorth = async (metres: number) => {
      const place = { lat: 51.47 + metres / 111_195, lon: 0.32 };
      const open = await world.run((tx) => openCasesAtPlace(tx, world.councilId, { service: 'pothole', place }));
      return open.map(({ reference }) => reference);
    };
    expect(await metresNorth(29)).toEqual([opened.reference]);
    expect(await metresNorth(31)).toEqual([]);
  });
});

test('a report in a street and its neighbour in another council never meet', async () => {
  const other = await startSeahaven('2026-11-24T11:00:00Z');
  await report(world, { ...pothole, place: { words: 'By the quay', lat: 51.4, lon: 0.4 } });
  const place = { lat: 51.4, lon: 0.4 };
  expect(await other.run((tx) => openCasesAtPlace(tx, other.councilId, { service: 'pothole', place }))).toEqual([]);
});
