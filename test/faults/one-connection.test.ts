import { expect, test } from 'vitest';
import { openDb } from '#platform/db';
import { startApp } from '#test/app';

// A request that holds a connection and asks for another waits for itself as soon as enough people come at once.
test('a house with one connection to its database still takes a report and shows it at the desk', {
  timeout: 60_000,
}, async () => {
  const other = await startApp();
  const house = await startApp({
    now: '2026-11-25T11:00:00Z',
    deps: { db: openDb({ url: other.deps.db.url, max: 1 }) },
  });
  const report = '/services/pothole/report';
  const sam = house.browser();
  await sam.visit(report);
  await sam.submit({}, report);
  await sam.submit({ place: 'IG11 0AE' });
  await sam.submit({ place: 'near-999000001001', detail: '' });
  await sam.submit({ 'where-in-road': 'road' });
  await sam.submit({ danger: 'no' });
  await sam.submit({ size: 'hand' });
  await sam.submit({ details: '' });
  await sam.submit({ photo: '' });
  await sam.submit({ name: 'Sam Okoro', email: 'sam@example.com', phone: '' });
  await sam.submit({}, `${report}/answers`);
  const reference = /[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}/.exec(sam.text)?.[0] ?? '';
  await house.work();

  const ada = await house.signedIn('ada-mensah');
  await ada.visit(`/desk/cases/${reference}`);
  expect(ada.status).toBe(200);
  expect(ada.text).toContain(reference);
  await sam.visit(`/track/${reference}`);
  expect(sam.status).toBe(200);
});
