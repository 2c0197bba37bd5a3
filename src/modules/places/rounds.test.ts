import { Readable, Writable } from 'node:stream';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { inCouncil, type Tx } from '#platform/db';
import { startApp, type TestApp } from '#test/app';
import { office } from '#test/calendars';
import { aCouncil, clockwork, testRounds } from '#test/places';
import { demoAddresses } from './demo-addresses.ts';
import {
  defineRounds,
  importRoundStates,
  loadDemoAddresses,
  nextCollections,
  type RoundStateCommand,
  recordRoundState,
  registerCollection,
  roundStateFor,
} from './index.ts';
import { putDemoAddresses } from './load-demo-addresses.ts';

const districts = ['E06000034', 'E09000002', 'E09000016'];
const rules = { calendar: office, reportWorkingDays: 2 };
const zone = 'Europe/London';
const homes = demoAddresses({ districts, rounds: testRounds }).filter(({ address }) => address.postcode === 'RM9 6HR');
const [home, assisted] = ['12', '14'].map(
  (door) => homes.find(({ address }) => address.house === door)?.address.uprn ?? 0,
);

let house: TestApp;
let council: string;
let count = 0;
beforeAll(async () => {
  house = await startApp();
});
beforeEach(async () => {
  const { db, clock } = house.deps;
  house.clock.moveTo('2026-11-24T11:00:00Z');
  count += 1;
  council = await aCouncil(db, clock, `rounds-${count}`);
  await at(async (tx) => {
    await defineRounds(tx, clockwork(council), testRounds);
    await putDemoAddresses(tx, clock, council, homes);
  });
});

const at = <T>(work: (tx: Tx) => Promise<T>) => inCouncil(house.deps.db, council, work);
const report = (command: RoundStateCommand) =>
  at((tx) => recordRoundState(tx, house.clock, clockwork(council), command));
const stateOf = (uprn = home ?? 0, container = 'rubbish') =>
  at((tx) => roundStateFor(tx, house.clock, { councilId: council, uprn, container }, rules));
const today = { on: '2026-11-24', at: new Date('2026-11-24T07:00:00Z') };

test('the demonstration’s addresses are laid down labelled, and a second time changes nothing', async () => {
  const lay = () =>
    at((tx) => loadDemoAddresses(tx, house.clock, clockwork(council), { districts, rounds: testRounds }));
  const counts = async () => ({
    addresses: await rowsOf('addresses'),
    collections: await rowsOf('address_collections'),
    streets: await rowsOf('streets'),
  });
  const laid = await lay();
  const once = await counts();
  expect(laid).toEqual({ ok: true, addresses: once.addresses });
  expect(once.collections).toBeGreaterThan(once.addresses);
  house.clock.advance(60);
  await lay();
  expect(await counts()).toEqual(once);
  const plain = await at((tx) => tx.selectFrom('addresses').select('uprn').where('is_invented', '=', false).execute());
  expect(plain).toEqual([]);
});

async function rowsOf(table: 'addresses' | 'address_collections' | 'streets'): Promise<number> {
  const row = await at((tx) =>
    tx
      .selectFrom(table)
      .select((eb) => eb.fn.countAll<number>().as('rows'))
      .executeTakeFirstOrThrow(),
  );
  return row.rows;
}

describe('what is known of a collection', () => {
  test('on Tue 24 Nov at 11:00 the crew is still out: not finished, until 14:00 and at the latest midnight', async () => {
    await report({ ...today, state: 'started', round: 'rubbish-tue' });
    expect(await stateOf()).toMatchObject({ kind: 'not-finished', expectedBy: new Date('2026-11-24T14:00:00Z') });
    house.clock.moveTo('2026-11-24T16:00:00Z');
    expect(await stateOf()).toMatchObject({ kind: 'not-finished', expectedBy: new Date('2026-11-25T00:00:00Z') });
  });

  test('once the round is finished it can be reported until the midnight that ends Thu 26 Nov', async () => {
    const finished = new Date('2026-11-24T10:30:00Z');
    await report({ on: today.on, at: finished, state: 'finished', round: 'rubbish-tue' });
    const window = { from: finished, until: new Date('2026-11-27T00:00:00Z') };
    expect(await stateOf()).toMatchObject({ kind: 'finished', on: '2026-11-24', window, next: { on: '2026-12-01' } });
    house.clock.moveTo('2026-11-26T23:59:59Z');
    expect(await stateOf()).toMatchObject({ kind: 'finished' });
    house.clock.moveTo('2026-11-27T00:00:00Z');
    expect(await stateOf()).toMatchObject({ kind: 'window-over', next: { on: '2026-12-01' } });
  });

  test('for a round of Thu 24 Dec the window ends with Wed 30 Dec: Christmas and its holidays do not count', async () => {
    house.clock.moveTo('2026-12-28T12:00:00Z');
    const command = {
      uprn: home ?? 0,
      container: 'rubbish',
      round: 'rubbish-thu',
      assisted: false,
      since: '2026-12-01',
    };
    expect(await at((tx) => registerCollection(tx, house.clock, clockwork(council), command))).toEqual({ ok: true });
    expect(await stateOf()).toMatchObject({
      kind: 'finished',
      on: '2026-12-24',
      window: { until: new Date('2026-12-31T00:00:00Z') },
    });
  });

  test('not presented at 07:42 speaks before the round is finished, and names the next date', async () => {
    const left = new Date('2026-11-24T07:42:00Z');
    await report({ on: today.on, at: left, state: 'not-presented', uprn: home ?? 0 });
    expect(await stateOf()).toMatchObject({
      kind: 'not-presented',
      at: left,
      isValid: true,
      next: { on: '2026-12-01' },
    });
    expect(await stateOf(assisted)).toMatchObject({ kind: 'not-finished' });
  });

  test('at an assisted address "not presented" is no valid reason, and "contaminated" is', async () => {
    await report({ ...today, state: 'not-presented', uprn: assisted ?? 0, container: 'rubbish' });
    await report({ ...today, state: 'contaminated', uprn: assisted ?? 0, container: 'recycling' });
    expect(await stateOf(assisted)).toMatchObject({ kind: 'not-presented', isValid: false, assisted: true });
    expect(await stateOf(assisted, 'recycling')).toMatchObject({ kind: 'contaminated', isValid: true });
  });

  test('a street that the crew could not get into is known for everyone in it', async () => {
    const street = homes[0]?.address.street ?? '';
    await report({ ...today, state: 'not-completed', round: 'rubbish-tue', street, note: 'Road closed' });
    expect(await stateOf()).toMatchObject({ kind: 'not-completed', scope: 'street', note: 'Road closed' });
    expect(await stateOf(home, 'recycling')).toMatchObject({ kind: 'not-finished' });
  });

  test('a lorry that broke down is known for the whole round, until the round is finished after all', async () => {
    await report({ ...today, state: 'not-completed', round: 'rubbish-tue' });
    expect(await stateOf()).toMatchObject({ kind: 'not-completed', scope: 'round' });
    await report({ on: today.on, at: new Date('2026-11-24T10:59:00Z'), state: 'finished', round: 'rubbish-tue' });
    expect(await stateOf()).toMatchObject({ kind: 'finished' });
  });

  test('a late "started" does not undo "finished"', async () => {
    await report({ on: today.on, at: new Date('2026-11-24T10:00:00Z'), state: 'finished', round: 'rubbish-tue' });
    await report({ ...today, state: 'started', round: 'rubbish-tue' });
    expect(await stateOf()).toMatchObject({ kind: 'finished' });
  });

  test('a container that is not collected there has nothing to be reported', async () => {
    expect(await stateOf(home, 'garden')).toEqual({ kind: 'no-collection', next: null });
  });
});

describe('the next collections', () => {
  test('are three dates a container, and a moved one says where it went', async () => {
    const move = {
      on: '2026-12-01',
      at: today.at,
      state: 'moved',
      round: 'rubbish-tue',
      movedTo: '2026-12-02',
    } as const;
    await report(move);
    const next = await at((tx) => nextCollections(tx, house.clock, { councilId: council, uprn: home ?? 0, zone }));
    expect(next.map(({ container, dates }) => [container, dates.map(({ on }) => on)])).toEqual([
      ['recycling', ['2026-11-24', '2026-12-08', '2026-12-22']],
      ['rubbish', ['2026-11-24', '2026-12-02', '2026-12-08']],
    ]);
    expect(next[1]?.dates[1]).toEqual({ on: '2026-12-02', plannedOn: '2026-12-01' });
  });
});

describe('a crew’s report', () => {
  test('is taken once by its own id, with one event', async () => {
    const command = { ...today, state: 'not-presented', uprn: home ?? 0, sourceId: 'lorry-7/1' } as const;
    const first = await report(command);
    expect(first).toMatchObject({ ok: true, isNew: true });
    const again = await report(command);
    expect(again).toEqual({ ...first, isNew: false });
    const events = await at((tx) => tx.selectFrom('domain_events').select(['type', 'data']).execute());
    expect(events).toEqual([
      {
        type: 'round.state-recorded',
        data: { roundSlug: 'recycling-tue', on: today.on, state: 'not-presented', uprn: home, container: null },
      },
    ]);
  });

  test.each([
    ['not-allowed', { ...today, state: 'started', round: 'rubbish-tue' }, 'public'],
    ['unknown-round', { ...today, state: 'started', round: 'nowhere' }, 'system'],
    ['unknown-address', { ...today, state: 'contaminated', uprn: 5 }, 'system'],
    ['moved-needs-a-date', { ...today, state: 'moved', round: 'rubbish-tue' }, 'system'],
    [
      'in-the-future',
      { ...today, at: new Date('2026-11-24T12:00:00Z'), state: 'started', round: 'rubbish-tue' },
      'system',
    ],
  ] as const)('is refused as %s', async (refusal, command, type) => {
    const actor = { councilId: council, type, id: null, name: 'somebody' };
    expect(await at((tx) => recordRoundState(tx, house.clock, actor, command))).toEqual({ ok: false, refusal });
  });

  test('comes by file too, in the council’s own time, and the same file again doubles nothing', async () => {
    const csv = `Source_ID,State,At,Round,UPRN,Street,Container,Moved_To,Note\nA1,Started,2026-11-24 06:10,rubbish-tue,,,,,\nA2,NOT PRESENTED,2026-11-24 07:42,,${home},,rubbish,,Kerb empty\nA3,exploded,2026-11-24 07:43,,${home},,,,\nA4,contaminated,2026-02-31 07:43,,${home},,,,\nA5,contaminated,2026-11-24 07:44,,77,,,,\n`;
    const take = async () => {
      let side = '';
      const sideFile = new Writable({
        write: (chunk: Buffer, _, done) => {
          side += String(chunk);
          done();
        },
      });
      const { db, clock } = house.deps;
      const result = await importRoundStates(db, clock, clockwork(council), {
        file: Readable.from([csv]),
        sideFile,
        zone,
      });
      return { result, side };
    };
    const { result, side } = await take();
    expect(result).toEqual({ ok: true, read: 5, taken: 2, known: 0, refused: 3 });
    expect(side).toMatch(/4,"Give one of: started.*\n5,"Give the time as.*\n6,"No container is collected/);
    expect(await stateOf()).toMatchObject({
      kind: 'not-presented',
      note: 'Kerb empty',
      at: new Date('2026-11-24T07:42:00Z'),
    });
    expect((await take()).result).toMatchObject({ taken: 0, known: 2, refused: 3 });
  });
});
