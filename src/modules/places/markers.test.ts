import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { StaffActor } from '#modules/staff';
import { inCouncil, type Tx } from '#platform/db';
import { startApp, type TestApp } from '#test/app';
import { aCouncil, clockwork, testRounds } from '#test/places';
import { demoAddresses } from './demo-addresses.ts';
import { approveMarker, defineRounds, endMarker, markAddress, markersAt } from './index.ts';
import { putDemoAddresses } from './load-demo-addresses.ts';

const zone = 'Europe/London';
const homes = demoAddresses({ districts: ['E09000002'], rounds: testRounds }).slice(0, 3);
const home = homes[0]?.address.uprn ?? 0;

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
  council = await aCouncil(db, clock, `marsh-${count}`);
  await at(async (tx) => {
    await defineRounds(tx, clockwork(council), testRounds);
    await putDemoAddresses(tx, clock, council, homes);
  });
});

const at = <T>(work: (tx: Tx) => Promise<T>) => inCouncil(house.deps.db, council, work);

describe('a staff-safety marker', () => {
  const manager = (id: string): StaffActor => ({
    councilId: council,
    type: 'staff',
    id,
    name: 'A manager',
    slug: 'a-manager',
    jobTitle: 'Manager',
    roles: ['team-manager'],
    skills: [],
    teamIds: [],
    teamId: null,
  });
  const marker = {
    uprn: home,
    what: 'Visit in pairs',
    evidence: 'Incident report of 3 November',
    reviewOn: '2027-02-01',
    endsOn: '2027-05-01',
  };
  const [one, two] = [randomUUID(), randomUUID()];
  const seen = () => at((tx) => markersAt(tx, house.clock, manager(one), { uprn: home, zone }));

  test('warns only once somebody else has approved it, and ends by itself', async () => {
    const proposed = await at((tx) => markAddress(tx, house.clock, manager(one), marker));
    const id = proposed.ok ? proposed.id : '';
    expect(await seen()).toMatchObject([{ what: 'Visit in pairs', isInForce: false }]);
    expect(await at((tx) => approveMarker(tx, house.clock, manager(one), { id }))).toEqual({
      ok: false,
      refusal: 'own-proposal',
    });
    expect(await at((tx) => approveMarker(tx, house.clock, manager(two), { id }))).toEqual({ ok: true });
    expect(await seen()).toMatchObject([{ isInForce: true }]);
    expect(
      await at((tx) => markersAt(tx, house.clock, { ...manager(one), roles: ['partner'] }, { uprn: home, zone })),
    ).toEqual([]);
    house.clock.moveTo('2027-05-01T23:30:00Z'); // 00:30 on 2 May in London
    expect(await seen()).toEqual([]);
  });

  test('can be ended before its time, once', async () => {
    const proposed = await at((tx) => markAddress(tx, house.clock, manager(one), marker));
    const id = proposed.ok ? proposed.id : '';
    expect(await at((tx) => endMarker(tx, house.clock, manager(two), { id }))).toEqual({ ok: true });
    expect(await at((tx) => endMarker(tx, house.clock, manager(two), { id }))).toEqual({
      ok: false,
      refusal: 'not-live',
    });
    expect(await seen()).toEqual([]);
  });

  test.each([
    ['no-evidence', { evidence: ' ' }],
    ['nothing-said', { what: '' }],
    ['review-after-end', { reviewOn: '2027-06-01' }],
    ['already-over', { reviewOn: '2026-01-01', endsOn: '2026-02-01' }],
    ['unknown-address', { uprn: 5 }],
  ])('is refused as %s', async (refusal, change) => {
    const result = await at((tx) => markAddress(tx, house.clock, manager(one), { ...marker, ...change }));
    expect(result).toEqual({ ok: false, refusal });
  });
});
