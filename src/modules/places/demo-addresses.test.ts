import { expect, test } from 'vitest';
import type { RoundPlan } from './define-rounds.ts';
import { demoAddresses } from './demo-addresses.ts';
import { districtAt } from './national-places.ts';

const districts = ['E06000034', 'E09000002', 'E09000016'];
const rounds: RoundPlan[] = [1, 2, 3, 4, 5].flatMap((weekday) =>
  [['rubbish', 'food'], ['garden']].map((containers) => ({
    slug: `${containers[0] ?? ''}-${weekday}`,
    name: `Round ${weekday}`,
    weekday,
    containers,
    everyWeeks: 1,
    first: `2026-01-0${4 + weekday}`,
    outBy: '06:00',
    usuallyDone: '14:00',
  })),
);
const demo = demoAddresses({ districts, rounds });

test('about three thousand addresses are made up, the same ones every time', () => {
  expect(demo.length).toBeGreaterThan(2_800);
  expect(demo.length).toBeLessThan(3_500);
  expect(demoAddresses({ districts, rounds })).toEqual(demo);
});

test('each has its own UPRN in the invented range, its own house and street, and lies in the area', () => {
  const uprns = new Set(demo.map(({ address }) => address.uprn));
  const doors = new Set(demo.map(({ address }) => `${address.house}|${address.street}`));
  expect([uprns.size, doors.size]).toEqual([demo.length, demo.length]);
  expect(Math.min(...uprns)).toBeGreaterThan(999_000_000_000);
  expect(Math.max(...uprns)).toBeLessThan(1_000_000_000_000);
  const outside = demo.filter(({ address }) => !districts.includes(districtAt(address)?.code ?? 'none'));
  expect(outside.length / demo.length).toBeLessThan(0.02);
});

test('a postcode that is asked for is there, and the UPRNs of the others do not move', () => {
  const more = demoAddresses({ districts, rounds, include: ['RM17 5HU'] });
  const before = new Map(demo.map(({ address }) => [address.uprn, address.postcode]));
  expect(more.filter(({ address }) => address.postcode === 'RM17 5HU').length).toBeGreaterThan(7);
  expect(more.filter(({ address }) => before.get(address.uprn) === address.postcode)).toHaveLength(demo.length);
});

test('at RM9 6HR rubbish goes on Tuesday, number 12 puts it out, and number 14 is helped', () => {
  const at = (house: string) =>
    demo.find(({ address }) => address.postcode === 'RM9 6HR' && address.house === house)?.collections;
  expect(at('12')).toContainEqual({ container: 'rubbish', round: 'rubbish-2', assisted: false });
  expect(at('14')).toContainEqual({ container: 'rubbish', round: 'rubbish-2', assisted: true });
});
