import { beforeEach, describe, expect, test } from 'vitest';
import { startApp, type TestApp } from '#test/app';
import type { Browser } from '#test/browser';
import { everyKind } from '#test/every-kind';
import { withService } from '#test/with-service';

const BASE = '/services/help-with-costs/apply';
const ELSEWHERE = 'You answered this in another window';
const born = (year: string) => ({ 'person-born-day': '1', 'person-born-month': '3', 'person-born-year': year });
const account = { 'account-holder': 'A O’Neil', 'account-sort-code': '30-94-30', 'account-account': '87654321' };

let app: TestApp;
let first: Browser;

beforeEach(async () => {
  app = await startApp();
  await withService(app, everyKind);
  first = app.browser();
  await first.visit(BASE);
  await first.submit({}, BASE);
});

async function toPeople(): Promise<void> {
  await first.submit({ 'lives-here': 'yes' });
  await first.submit({ 'full-name': 'Ngũgĩ' });
  await first.submit({
    'home-address-line-1': '9 Avocet Way',
    'home-address-town': 'Barking',
    'home-address-postcode': 'ig11 0ae',
  });
  await first.submit({ 'moved-in-day': '29', 'moved-in-month': 'Feb', 'moved-in-year': '2024' });
  await first.submit({ rooms: '2' });
  await first.submit({ 'since-month': '', 'since-year': '' });
  await first.submit({ 'your-email': 'ngugi@example.com' });
}

async function person(name: string, year: string): Promise<void> {
  await first.submit({ 'person-name': name });
  await first.submit(born(year));
}

async function toTheEnd(): Promise<void> {
  await toPeople();
  await person('Wanjiru', '2015');
  await first.submit({ more: 'no' });
  await first.submit({ weekly: '500' });
  await first.submit({ rent: '400' });
  await first.submit({}, `${BASE}/results/estimate`);
  await first.submit(account);
  await first.submit({ letter: '' });
  await first.submit({ true: ['yes'] });
  await first.submit({ name: 'Ngũgĩ', email: 'ngugi@example.com', phone: '' });
}

const kept = async (id: string) => {
  const { rows } = await app.deps.db.pool.query<{ answer: unknown }>(
    "select answers->'answers'->$1 as answer from drafts",
    [id],
  );
  return rows[0]?.answer;
};

const cases = async () => {
  const { rows } = await app.deps.db.pool.query("select reference from cases where service_slug = 'help-with-costs'");
  return rows.length;
};

describe('two windows of one person on one form', () => {
  test('answer different questions, and both answers are kept', async () => {
    await first.submit({ 'lives-here': 'yes' });
    const second = first.twin();
    await second.visit(`${BASE}/questions/lives-here`);
    await first.submit({ 'full-name': 'Ngũgĩ' });
    await second.submit({ 'lives-here': 'yes' });
    expect(second.url).toBe(`${BASE}/questions/home-address`);
    expect([await kept('full-name'), await kept('lives-here')]).toEqual(['Ngũgĩ', true]);
  });

  test('answer the same question: the later one is shown both answers and chooses, and until then the first one stands', async () => {
    await first.submit({ 'lives-here': 'yes' });
    const second = first.twin();
    await first.submit({ 'full-name': 'Ngũgĩ' });
    await second.submit({ 'full-name': 'Wanjiru' });
    expect(second.status).toBe(409);
    expect(second.text).toContain(`${ELSEWHERE}: “Ngũgĩ”`);
    expect(second.html).toContain('value="Wanjiru"');
    expect(await kept('full-name')).toBe('Ngũgĩ');
    await second.submit({ 'full-name': 'Wanjiru' });
    expect(second.url).toBe(`${BASE}/questions/home-address`);
    expect(await kept('full-name')).toBe('Wanjiru');
  });

  test('the later one may keep what is there and go on', async () => {
    await first.submit({ 'lives-here': 'yes' });
    const second = first.twin();
    await first.submit({ 'full-name': 'Ngũgĩ' });
    await second.submit({ 'full-name': 'Wanjiru' });
    expect(second.html).toMatch(new RegExp(`href="${BASE}/next"[^>]*>Keep what is there already`));
    await second.visit(`${BASE}/next`);
    expect([second.url, await kept('full-name')]).toEqual([`${BASE}/questions/home-address`, 'Ngũgĩ']);
  });

  test('give the same answer, as when a button is pressed twice, and nothing is said', async () => {
    await toTheEnd();
    await first.visit(`${BASE}/questions/account`);
    const second = first.twin();
    const other = { ...account, 'account-account': '12345678' };
    await first.submit(other);
    await second.submit(other);
    expect(second.status).toBe(200);
    const third = first.twin();
    await third.visit(`${BASE}/questions/account`);
    const fourth = third.twin();
    await third.submit(account);
    await fourth.submit(other);
    expect([fourth.status, fourth.text.includes(`${ELSEWHERE}: “A O’Neil, account ending 4321”`)]).toEqual([409, true]);
  });

  test('on a page of several questions, only the one that was changed is asked about', async () => {
    await toPeople();
    await first.visit(`${BASE}/questions/you`);
    const second = first.twin();
    await first.submit({ 'your-email': 'new@example.com', 'your-phone': '' });
    await second.submit({ 'your-email': 'ngugi@example.com', 'your-phone': '07700 900982' });
    expect(second.status).toBe(409);
    expect(second.text).toContain(`${ELSEWHERE}: “new@example.com”`);
    expect(second.text.split(ELSEWHERE).length - 1).toBe(2);
    expect(second.html).toContain('value="07700 900982"');
  });

  test('a question that another window has put aside shows what was typed before it goes on', async () => {
    await first.submit({ 'lives-here': 'yes' });
    const second = first.twin();
    await second.visit(`${BASE}/questions/lives-here`);
    await second.submit({ 'lives-here': 'no' });
    await first.submit({ 'full-name': 'Ngũgĩ' });
    expect(first.status).toBe(409);
    expect(first.text).toContain('We do not need this answer now');
    expect(first.text).toContain('What is your name? Ngũgĩ');
    await first.visit(`${BASE}/next`);
    expect(first.url).toBe(`${BASE}/results/elsewhere`);
  });

  test('take different people off the list, and nobody else goes with them', async () => {
    await toPeople();
    await person('Wanjiru', '2015');
    await first.submit({ more: 'yes' });
    await person('Kamau', '2016');
    await first.submit({ more: 'yes' });
    await person('Njeri', '2017');
    const second = first.twin();
    const [one, two] = [...first.html.matchAll(/<button[^>]*value="([^"]+)"[^>]*name="remove"/g)].map(
      ([, id]) => id ?? '',
    );
    await first.submit({ remove: one ?? '' });
    await second.submit({ remove: two ?? '' });
    await second.visit(`${BASE}/questions/people.more`);
    expect(second.text).toContain('Njeri');
    expect(second.text).not.toMatch(/Wanjiru|Kamau/);
  });

  test('an answer about one person is not written over another who took that place in the list', async () => {
    await toPeople();
    await person('Wanjiru', '2015');
    await first.submit({ more: 'yes' });
    await person('Kamau', '2016');
    const second = first.twin();
    await second.visit(`${BASE}/questions/person-name`);
    await first.submit({ remove: '1' });
    await second.submit({ 'person-name': 'Wanjiru wa Ngũgĩ' });
    expect([second.status, second.text.includes(`${ELSEWHERE}: “Kamau”`)]).toEqual([409, true]);
  });

  test('both ask for another person: one is added, and the list is shown to the other', async () => {
    await toPeople();
    await person('Wanjiru', '2015');
    const second = first.twin();
    await first.submit({ more: 'yes' });
    await second.submit({ more: 'yes' });
    expect([second.status, second.text.includes('This list has changed since you opened this page')]).toEqual([
      409,
      true,
    ]);
    expect(await kept('people')).toHaveLength(2);
  });

  test('give other contact details: both are shown', async () => {
    await toTheEnd();
    await first.visit(`${BASE}/contact`);
    const second = first.twin();
    await first.submit({ name: 'Ngũgĩ', email: 'new@example.com', phone: '' });
    await second.submit({ name: 'Ngũgĩ', email: 'old@example.com', phone: '' });
    expect([second.status, second.text.includes('You gave “new@example.com” in another window')]).toEqual([409, true]);
    expect(second.html).toContain('value="old@example.com"');
    await second.submit({ name: 'Ngũgĩ', email: 'old@example.com', phone: '' });
    expect([second.url, second.text.includes('old@example.com')]).toEqual([`${BASE}/answers`, true]);
  });

  test('a result that other answers lead to by now is read before the form goes on', async () => {
    await toPeople();
    await person('Wanjiru', '2015');
    await first.submit({ more: 'no' });
    await first.submit({ weekly: '500' });
    await first.submit({ rent: '400' });
    const second = first.twin();
    await second.visit(`${BASE}/questions/rent`);
    await second.submit({ rent: '450' });
    await first.submit({}, `${BASE}/results/estimate`);
    expect([first.status, first.text.includes('This is what your answers lead to now')]).toEqual([409, true]);
    expect(first.text).toContain('£50');
  });

  test('nobody sends what they have not seen: a change in the other window is shown first', async () => {
    await toTheEnd();
    const second = first.twin();
    await second.visit(`${BASE}/questions/full-name`);
    await second.submit({ 'full-name': 'Wanjiru' });
    await first.submit({}, `${BASE}/answers`);
    expect(first.status).toBe(409);
    expect(first.text).toContain('Something was changed in another window');
    expect(first.text).toContain('Wanjiru');
    expect(await cases()).toBe(0);
    await first.submit({}, `${BASE}/answers`);
    expect(first.text).toContain('We have your application');
  });

  test('both send: it is one case, and both see the same confirmation', async () => {
    await toTheEnd();
    const second = first.twin();
    const late = first.twin();
    await late.visit(`${BASE}/questions/full-name`);
    await Promise.all([first.submit({}, `${BASE}/answers`), second.submit({}, `${BASE}/answers`)]);
    const reference = /[2-9A-Z]{4}-[2-9A-Z]{4}/.exec(first.text)?.[0];
    expect(reference).toBeDefined();
    expect([second.url, second.text.includes(reference ?? '?')]).toEqual([`${BASE}/sent`, true]);
    await late.submit({ 'full-name': 'Too late' });
    expect([late.url, late.text.includes(reference ?? '?')]).toEqual([`${BASE}/sent`, true]);
    expect(await cases()).toBe(1);
  });
});
