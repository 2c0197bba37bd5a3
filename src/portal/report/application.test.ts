import { describe, expect, test } from 'vitest';
import { openBank } from '#modules/forms';
import { payloadOf } from '#modules/handovers';
import { inCouncil } from '#platform/db';
import { startApp, type TestApp } from '#test/app';
import type { Browser } from '#test/browser';
import { everyKind } from '#test/every-kind';
import { withService } from '#test/with-service';

const BASE = '/services/help-with-costs/apply';
const home = {
  'home-address-line-1': '9 Avocet Way',
  'home-address-town': 'Barking',
  'home-address-postcode': 'ig11 0ae',
};
const moved = { 'moved-in-day': '29', 'moved-in-month': 'Feb', 'moved-in-year': '2024' };
const born = (year: string) => ({ 'person-born-day': '1', 'person-born-month': '3', 'person-born-year': year });
const account = { 'account-holder': 'A O’Neil', 'account-sort-code': '30-94-30', 'account-account': '87654321' };

async function house(): Promise<TestApp> {
  const app = await startApp();
  await withService(app, everyKind);
  return app;
}

async function begin(app: TestApp): Promise<Browser> {
  const browser = app.browser();
  await browser.visit(BASE);
  await browser.submit({}, BASE);
  return browser;
}

async function toPeople(browser: Browser): Promise<void> {
  await browser.submit({ 'lives-here': 'yes' });
  await browser.submit({ 'full-name': 'Ngũgĩ O’Neil' });
  await browser.submit(home);
  await browser.submit(moved);
  await browser.submit({ rooms: '2' });
  await browser.submit({ 'since-month': '', 'since-year': '2025' });
  await browser.submit({ 'your-email': 'ngugi@example.com', 'helper-name': '' });
}

async function toMoney(browser: Browser): Promise<void> {
  await toPeople(browser);
  await browser.submit({ 'person-name': 'Wanjiru' });
  await browser.submit(born('2015'));
  await browser.submit({ more: 'yes' });
  await browser.submit({ 'person-name': 'Kamau' });
  await browser.submit(born('1990'));
  await browser.submit({ student: 'no' });
  await browser.submit({ more: 'no' });
}

async function toTheEnd(browser: Browser): Promise<void> {
  await toMoney(browser);
  await browser.submit({ weekly: '£500' });
  await browser.submit({ rent: '200.50' });
  await browser.submit({}, `${BASE}/results/estimate`);
  await browser.submit(account);
  await browser.submit({ letter: '' });
  await browser.submit({ true: ['yes'] });
  await browser.submit({ name: 'Ngũgĩ O’Neil', email: 'ngugi@example.com', phone: '' });
}

describe('an application', () => {
  test('goes from its first question to a case, with people, an estimate and an account in it', async () => {
    const app = await house();
    const browser = await begin(app);
    await toTheEnd(browser);
    expect(browser.url).toBe(`${BASE}/answers`);
    for (const words of [
      'Thursday 29 February 2024',
      '9 Avocet Way, Barking, IG11 0AE',
      'Kamau',
      '£200.50',
      '£149.75',
    ]) {
      expect(browser.text).toContain(words);
    }
    expect(browser.text).toContain('A O’Neil, account ending 4321');
    expect(browser.html).not.toContain('87654321');
    await browser.submit({}, `${BASE}/answers`);
    expect(browser.text).toContain('We have your application');
  });

  test('keeps the numbers of an account sealed, in the draft and in what was sent', async () => {
    const app = await house();
    const browser = await begin(app);
    await toTheEnd(browser);
    const drafts = await app.deps.db.pool.query<{ answers: unknown }>('select answers from drafts');
    expect(JSON.stringify(drafts.rows)).not.toContain('87654321');
    await browser.submit({}, `${BASE}/answers`);
    const sent = await app.deps.db.pool.query<{ answers: Record<string, { parts: Record<string, string> }> }>(
      "select answers from submissions where service_slug = 'help-with-costs'",
    );
    expect(JSON.stringify(sent.rows)).not.toContain('87654321');
    const box = { secret: app.deps.secret, councilId: app.councilId };
    expect(openBank(box, sent.rows[0]?.answers['account'])).toEqual({ sortCode: '309430', account: '87654321' });
    const [sentCase] = (
      await app.deps.db.pool.query<{ id: string }>("select id from cases where service_slug = 'help-with-costs'")
    ).rows;
    const handedOver = await inCouncil(app.deps.db, app.councilId, (tx) =>
      payloadOf(tx, { council_id: app.councilId, id: 'one', case_id: sentCase?.id ?? '', destination: 'any' }, ''),
    );
    expect(handedOver?.payload.data.answers['account']).toEqual({ parts: { holder: 'A O’Neil', shown: '4321' } });
    const everything = await app.deps.db.pool.query<{ data: unknown }>('select data from case_entries');
    expect(JSON.stringify(everything.rows)).not.toContain('87654321');
  });

  test('that was saved and then sent keeps no address and no number to call, and its link says that it was sent', async () => {
    const app = await house();
    const browser = await begin(app);
    await browser.visit(`${BASE}/later`);
    await browser.submit({ email: 'ngugi@example.com', call: 'yes', phone: '07700 900982', name: 'Ngũgĩ' });
    await browser.visit(`${BASE}/next`);
    await toTheEnd(browser);
    await browser.submit({}, `${BASE}/answers`);
    const { rows } = await app.deps.db.pool.query('select saved_to, call_number, call_name, may_call from drafts');
    expect(rows).toEqual([{ saved_to: null, call_number: null, call_name: null, may_call: false }]);
    const { rows: sent } = await app.deps.db.pool.query<{ body: string }>(
      "select body from messages where moment = 'form-saved'",
    );
    const later = app.browser();
    await later.visit(/\/return\/[\w-]+/.exec(sent[0]?.body ?? '')?.[0] ?? '');
    expect(later.text).toContain('You have sent this form');
  });

  test('ends early with the reason, what it rests on and the other help, and the answer can be changed', async () => {
    const browser = await begin(await house());
    await browser.submit({ 'lives-here': 'no' });
    expect(browser.url).toBe(`${BASE}/results/elsewhere`);
    expect(browser.text).toContain('We can only help people who live in Estuary. This rests on: our own scheme.');
    expect(browser.html).toContain('https://www.gov.uk/find-local-council');
    await browser.visit(`${BASE}/answers`);
    expect(browser.url).toBe(`${BASE}/results/elsewhere`);
    await browser.visit(`${BASE}/questions/lives-here`);
    await browser.submit({ 'lives-here': 'yes' });
    expect(browser.url).toBe(`${BASE}/questions/full-name`);
  });

  test('changes one person, takes one away, and loses nothing of the others', async () => {
    const browser = await begin(await house());
    await toMoney(browser);
    await browser.visit(`${BASE}/questions/person-name.2`);
    await browser.submit({ 'person-name': 'Kamau wa Ngũgĩ' });
    await browser.visit(`${BASE}/questions/people.more`);
    expect(browser.text).toContain('Kamau wa Ngũgĩ, Thursday 1 March 1990, No');
    // Enter in a field presses the first button of its form: that must be the way on, never a way to lose somebody.
    expect(browser.html).toMatch(/<button[^>]*name="remove"[^>]*form="take-away"/);
    await browser.submit({ remove: '1' });
    await browser.visit(`${BASE}/questions/people.more`);
    expect(browser.text).toContain('Kamau wa Ngũgĩ');
    expect(browser.text).not.toContain('Wanjiru');
  });

  test('takes no more people than the form has room for', async () => {
    const browser = await begin(await house());
    await toMoney(browser);
    await browser.visit(`${BASE}/questions/people.more`);
    await browser.submit({ more: 'yes' });
    await browser.submit({ 'person-name': 'Njeri' });
    await browser.submit(born('2020'));
    await browser.submit({ more: 'yes' });
    expect([browser.status, browser.text.includes('You can add up to 3 here')]).toEqual([422, true]);
  });

  test('says across answers what does not fit, and keeps what was typed', async () => {
    const browser = await begin(await house());
    await toMoney(browser);
    await browser.submit({ weekly: '10' });
    await browser.submit({ rent: '1,200' });
    expect(browser.status).toBe(422);
    expect(browser.text).toContain('it is more than three times what comes in');
    expect(browser.html).toContain('1,200');
  });

  test.each([
    [{ 'moved-in-day': '29', 'moved-in-month': '2', 'moved-in-year': '2023' }, 'Enter a real date'],
    [{ 'moved-in-day': '1', 'moved-in-month': '1', 'moved-in-year': '1850' }, 'Enter a date after'],
    [{ 'moved-in-day': '1', 'moved-in-month': '1', 'moved-in-year': '2030' }, 'Enter today or an earlier date'],
  ])('refuses the date %j in words', async (typed, words) => {
    const browser = await begin(await house());
    await browser.submit({ 'lives-here': 'yes' });
    await browser.submit({ 'full-name': 'X' });
    await browser.submit(home);
    await browser.submit(typed);
    expect([browser.status, browser.text.includes(words)]).toEqual([422, true]);
  });

  test('takes the names that people have', async () => {
    const app = await house();
    for (const name of ['X', 'O’Neil', 'Nō', 'Wolfeschlegelsteinhausenbergerdorff '.repeat(5).trim(), 'محمد']) {
      const browser = await begin(app);
      await browser.submit({ 'lives-here': 'yes' });
      await browser.submit({ 'full-name': name });
      expect(browser.url).toBe(`${BASE}/questions/home-address`);
    }
  });

  test('goes on under the version that it was begun with when another is published meanwhile', async () => {
    const app = await house();
    const browser = await begin(app);
    await toPeople(browser);
    const steps = everyKind.steps.map((step) =>
      step.id === 'home' ? { ...step, questions: step.questions.slice(0, 1) } : step,
    );
    await withService(app, { ...everyKind, name: 'Help, anew', steps, checks: [], values: [], outcomes: [] });
    await browser.visit(`${BASE}/questions/home-address`);
    expect(browser.text).toContain('Help with costs');
    await browser.visit(`${BASE}/next`);
    expect(browser.url).toBe(`${BASE}/questions/person-name`);
  });
});
