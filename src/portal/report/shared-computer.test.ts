import { expect, test } from 'vitest';
import { startApp } from '#test/app';
import type { Browser } from '#test/browser';

const WEDNESDAY = '2026-11-25T11:00:00Z';

async function kayAnswers(browser: Browser): Promise<void> {
  await browser.visit('/services/missed-bin/report');
  await browser.submit({}, '/services/missed-bin/report');
  await browser.submit({ place: 'IG11 0AE' });
  await browser.submit({ place: '999000001009' });
  await browser.submit({ containers: ['rubbish'] });
  await browser.submit({ 'out-in-time': 'yes' });
  await browser.submit({ spilt: 'no' });
  await browser.submit({ photo: '' });
  await browser.submit({ name: 'Kay Sato', email: 'kay@example.com', phone: '' });
}

test('the next person at the same computer finds nothing of the last one’s report, unfinished or sent', async () => {
  const { browser } = await startApp({ now: WEDNESDAY });
  const shared = browser();
  await kayAnswers(shared);
  await shared.visit('/services/missed-bin/report');
  expect(shared.text).not.toContain('Kay');
  await shared.submit({}, '/services/missed-bin/report');
  for (const page of ['questions/place', 'contact', 'answers', 'sent']) {
    await shared.visit(`/services/missed-bin/report/${page}`);
    expect(shared.html).not.toMatch(/Kay|kay@|Avocet/);
  }

  await kayAnswers(shared);
  await shared.submit({}, '/services/missed-bin/report/answers');
  for (const page of ['questions/place', 'contact', 'answers', 'sent']) {
    await shared.visit(`/services/missed-bin/report/${page}`);
    expect(shared.url).toBe('/services/missed-bin/report/sent');
    expect(shared.html).not.toMatch(/Kay|kay@|Avocet/);
  }
  await shared.submit({}, '/services/missed-bin/report/clearance');
  expect(shared.text).toContain('Your answers are cleared');
  await shared.visit('/services/missed-bin/report/sent');
  expect(shared.url).toBe('/services/missed-bin/report');
});

test('a window that was left open cannot write into the report that was started after it', async () => {
  const { browser } = await startApp({ now: WEDNESDAY });
  const shared = browser();
  await kayAnswers(shared);
  await shared.visit('/services/missed-bin/report/contact');
  const old = shared.page;
  await shared.visit('/services/missed-bin/report');
  await shared.submit({}, '/services/missed-bin/report');
  shared.page = old;
  shared.url = '/services/missed-bin/report/contact';
  await shared.submit({ name: 'Kay Sato', email: 'kay@example.com', phone: '' });
  expect(shared.status).toBe(410);
  expect(shared.text).toContain('Your answers were cleared');
});
