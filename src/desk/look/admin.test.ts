import { expect, test } from 'vitest';
import { startApp } from '#test/app';

test('an administrator reads half a year ahead that the bank holidays end, and nothing while they reach far', async () => {
  const house = await startApp({ now: '2026-11-24T09:00:00Z' });
  const soon = 'The bank holidays of england-and-wales end with 2027';
  const sam = await house.signedIn('sam-carter');
  await sam.visit('/desk/admin');
  expect(sam.text).not.toContain(soon);
  house.clock.moveTo('2027-08-02T09:00:00Z');
  const later = await house.signedIn('sam-carter');
  await later.visit('/desk/admin');
  expect(later.text).toContain(soon);
});
