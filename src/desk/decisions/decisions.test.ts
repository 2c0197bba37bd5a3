import { beforeAll, describe, expect, test } from 'vitest';
import { startApp, type TestApp } from '#test/app';
import type { Browser } from '#test/browser';
import { answerDiscount, discountDecision, prove, sendDiscount, withDiscount } from '#test/discount';
import { reportInStreet } from '#test/street-reports';

let house: TestApp;
beforeAll(async () => {
  house = await startApp();
});

const REVIEW = { kind: 'review', words: 'You can ask us to look again.', days: 30, standard: 'complaint-answered' };

async function applied(changes: object = {}): Promise<{ kay: Browser; reference: string }> {
  await withDiscount(house, { decision: { ...discountDecision, ...changes } });
  const kay = house.browser();
  await answerDiscount(kay);
  await kay.submit({ how: 'later' });
  return { kay, reference: await sendDiscount(kay) };
}

async function decide(person: string, reference: string, result: 'granted' | 'refused'): Promise<Browser> {
  const desk = await house.signedIn(person);
  await desk.visit(`/desk/cases/${reference}`);
  const reasons = result === 'granted' ? 'only-adult' : 'other-adult';
  await desk.submit({ 'decision-result': result, 'decision-reasons': reasons }, `/desk/cases/${reference}/decision`);
  return desk;
}

const list = (which: string, more = '') => `/desk/decisions?of=all&which=${which}${more}`;

test('each list says what would stand in it while nothing does, and stands in the navigation', async () => {
  const yusuf = await house.signedIn('yusuf-ali');
  await yusuf.visit('/desk');
  expect(yusuf.html).toContain('href="/desk/decisions"');
  for (const which of ['today', 'second', 'reviews', 'evidence', 'odd']) {
    await yusuf.visit(list(which, '&after=1.%00'));
    expect([yusuf.status, yusuf.text.includes('Nothing waits here')]).toEqual([200, true]);
  }
});

test.each([
  ['ada-mensah', 200],
  ['yusuf-ali', 200],
  ['joe-tully', 200],
  ['kath-bryant', 200],
  ['priya-shah', 200],
  ['helen-ross', 200],
  ['dev-anand', 403],
  ['sam-carter', 403],
  ['ruth-adeyemi', 403],
])('%s gets %i', async (person, status) => {
  const browser = await house.signedIn(person);
  await browser.visit('/desk/decisions');
  expect(browser.status).toBe(status);
  expect(browser.html.includes('href="/desk/decisions"')).toBe(status === 200);
});

test('who sent an application has applied, and reported nothing', async () => {
  const { reference } = await applied();
  const yusuf = await house.signedIn('yusuf-ali');
  await yusuf.visit(`/desk/cases/${reference}`);
  expect(yusuf.html).toContain('applied · ');
  expect(yusuf.html).not.toContain('reported it');
  const pothole = await reportInStreet(house);
  await yusuf.visit(`/desk/cases/${pothole.reference}`);
  expect(yusuf.html).toContain('reported it · ');
});

describe('a decision', () => {
  test('of two officers waits for the second, by name, until they agree', async () => {
    const { reference } = await applied({ officers: 2 });
    await decide('yusuf-ali', reference, 'granted');
    const owen = await house.signedIn('owen-price');
    await owen.visit(list('second'));
    expect(owen.text).toMatch(new RegExp(`1 For a second officer.*${reference}.*We have said yes.*Yusuf Ali`));
    await owen.visit(`/desk/cases/${reference}`);
    await owen.submit({ act: 'agree' }, `/desk/cases/${reference}/second`);
    await owen.visit(list('second'));
    expect(owen.text).toContain('Nothing waits here');
  });

  test('that is to be looked at again stands with why and by when, for its team alone', async () => {
    const { kay, reference } = await applied({ challenge: REVIEW });
    await decide('yusuf-ali', reference, 'refused');
    await prove(kay, reference);
    await kay.submit({ because: 'She moved out in May.' });
    const owen = await house.signedIn('owen-price');
    await owen.visit('/desk/decisions?which=reviews');
    expect(owen.text).toMatch(new RegExp(`${reference}.*She moved out in May\\..*December`));
    const colin = await house.signedIn('colin-webb');
    await colin.visit('/desk/decisions?which=reviews');
    expect(colin.text).not.toContain(reference);
  });
});

test('an application is to be decided on its day and after, not before, and not while it waits for the customer', async () => {
  const { reference } = await applied();
  const { reference: asking } = await applied();
  const yusuf = await house.signedIn('yusuf-ali');
  await yusuf.visit(list('today'));
  expect(yusuf.text).not.toContain(reference);
  await yusuf.visit(`/desk/cases/${asking}`);
  await yusuf.submit({ question: 'Who lives there?' }, `/desk/cases/${asking}/question`);

  house.clock.moveTo('2026-12-08T09:00:00Z');
  const later = await house.signedIn('yusuf-ali');
  await later.visit(list('today'));
  expect(later.text).toContain(reference);
  expect(later.text).not.toContain(asking);
  await decide('yusuf-ali', reference, 'granted');
  await later.visit(list('today'));
  expect(later.text).not.toContain(reference);
});

test('a long list goes on by key, with nothing twice and nothing left out', async () => {
  const own = await startApp();
  await withDiscount(own);
  const opened: string[] = [];
  for (let at = 0; at < 53; at += 1) {
    const answers = { alone: true, student: false };
    const { reference } = await reportInStreet(own, { service: 'living-alone', answers, place: {} });
    opened.push(reference);
  }
  own.clock.moveTo('2027-01-12T09:00:00Z');
  const yusuf = await own.signedIn('yusuf-ali');
  const seen: string[] = [];
  let next: string | undefined = list('today');
  while (next !== undefined) {
    await yusuf.visit(next);
    seen.push(...[...yusuf.html.matchAll(/cases\/([0-9A-Z]{4}-[0-9A-Z]{4})#decision/g)].map(([, one]) => one ?? ''));
    next = /href="(\/desk\/decisions\?[^"]*after=[^"]*)"/.exec(yusuf.html)?.[1]?.replaceAll('&amp;', '&');
  }

  expect(yusuf.text).toContain('53 To decide today');
  expect(seen.toSorted()).toEqual(opened.toSorted());
});
