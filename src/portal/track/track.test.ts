import { expect, test } from 'vitest';
import { startApp } from '#test/app';
import type { Browser } from '#test/browser';

async function reportMissedBin(browser: Browser): Promise<string> {
  const base = '/services/missed-bin/report';
  await browser.visit(base);
  await browser.submit({}, base);
  await browser.submit({ place: 'IG11 0AE' });
  await browser.submit({ place: '999000001009' });
  await browser.submit({ containers: ['rubbish'] });
  await browser.submit({ 'out-in-time': 'yes' });
  await browser.submit({ spilt: 'no' });
  await browser.submit({ photo: '' });
  await browser.submit({ name: 'Kay Sato', email: 'kay@example.com', phone: '' });
  await browser.submit({}, `${base}/answers`);
  return /[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}/.exec(browser.text)?.[0] ?? '';
}

test('the reference alone shows the promise and names no household; a second fact shows the rest', async () => {
  const { browser, clock } = await startApp({ now: '2026-11-25T11:00:00Z' });
  const reference = await reportMissedBin(browser());
  const stranger = browser();
  await stranger.visit('/track');
  await stranger.submit({ reference: reference.toLowerCase().replace('-', ' ') });
  expect(stranger.url).toBe(`/track/${reference}`);
  expect(stranger.text).toContain('Promised by 5pm on Friday 27 November');
  expect(stranger.html).not.toMatch(/Avocet|Kay|kay@/);

  await stranger.submit({ fact: 'RM1 1AA' });
  expect(stranger.status).toBe(422);
  expect(stranger.html).not.toContain('Avocet');
  await stranger.submit({ fact: 'KAY@example.com' });
  expect(stranger.text).toContain('9 Avocet Way, Barking');

  clock.advance(3 * 24 * 60);
  const late = browser();
  await late.visit(`/track/${reference}`);
  expect(late.text).toContain('It is overdue');
});

test('a slip in a reference is said to be one', async () => {
  const { browser } = await startApp();
  const one = browser();
  await one.visit('/track');
  await one.submit({ reference: 'K7M3-QX9' });
  expect(one.text).toContain('A reference has eight letters and numbers. This has 7');
  await one.submit({ reference: 'K7M3-QX92' });
  expect(one.status).toBe(422);
  expect(one.text).toContain('One of the letters or numbers is not right');
});

test('what is added stands in the story for whoever gave a second fact', async () => {
  const { browser } = await startApp({ now: '2026-11-25T11:00:00Z' });
  const kay = browser();
  const reference = await reportMissedBin(kay);
  await kay.visit(`/track/${reference}`);
  await kay.submit({ text: 'The lid is broken too' });
  expect(kay.url).toBe(`/track/${reference}`);
  await kay.submit({ fact: 'IG11 0AE' });
  expect(kay.text).toContain('The lid is broken too');
});
