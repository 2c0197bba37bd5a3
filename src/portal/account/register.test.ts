import { beforeAll, describe, expect, test } from 'vitest';
import { askCode as askFor, beginAccount, codeOn, newEmail, withAccount } from '#test/accounts';
import { startApp, type TestApp } from '#test/app';

let house: TestApp;

beforeAll(async () => {
  house = await startApp();
});

const register = (address: string, name?: string) => beginAccount(house, address, name);
const registered = (address?: string, name?: string) => withAccount(house, address, name);

describe('registering', () => {
  test.each([
    ['an email address', () => newEmail()],
    ['a mobile number', () => '07700 900 982'],
  ])('takes a name and %s, and a code leads to an account with nothing in it yet', async (_, address) => {
    const browser = await registered(address());
    expect(browser.url).toBe('/account');
    expect(browser.text).toContain('Mia Wong');
    expect(browser.text).toContain('Nothing: we have all that we need from you');
    expect(browser.text).toContain('Nothing of yours is open with us');
  });

  test('takes a name of one letter, of one word, with an apostrophe, and of 200 letters; refuses 201 and keeps them', async () => {
    for (const name of ['O', 'Nguyễn', "Siân O'Neill-Ó Briain", 'é'.repeat(200)]) {
      const browser = await registered(newEmail(), name);
      expect(browser.text).toContain(name);
    }
    const refused = await register(newEmail(), 'x'.repeat(201));
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Use 200 characters or fewer');
    expect(refused.html).toContain(`value="${'x'.repeat(201)}"`);
  });

  test.each([
    ['', 'Enter your email address or your mobile number'],
    ['mia', 'Enter an email address, like name@example.com'],
    ['mia@', 'Enter an email address, like name@example.com'],
    ['01632 960 001', 'does not take text messages'],
  ])('says what to do about "%s" and keeps the name', async (address, words) => {
    const browser = await register(address);
    expect(browser.status).toBe(422);
    expect(browser.text).toContain(words);
    expect(browser.html).toContain('value="Mia Wong"');
  });

  test('begun by signing in asks for the name only after the code, and refuses an empty one', async () => {
    const browser = await askFor(house, newEmail());
    await browser.submit({ code: codeOn(browser) });
    expect(browser.text).toContain('There is no account for');
    await browser.submit({ name: ' ' });
    expect(browser.text).toContain('Enter your name');
    await browser.submit({ name: 'Ty' });
    expect(browser.url).toBe('/account');
  });

  test('lets a mistyped address be put right, and counts as one registration', async () => {
    const [wrong, right] = [newEmail(), newEmail()];
    const browser = await register(wrong, 'Ada Pike');
    await browser.visit('/account/register');
    expect(browser.html).toContain(`value="${wrong}"`);
    expect(browser.html).toContain('value="Ada Pike"');
    await browser.submit({ name: 'Ada Pike', address: right });
    await browser.submit({ code: codeOn(browser) });
    expect(browser.url).toBe('/account');
    const { rows } = await house.deps.db.pool.query<{ address: string; ending: string }>(
      'select address, ending from account_registrations where address = any($1) order by begun_at, id',
      [[wrong, right]],
    );
    expect(rows).toEqual([
      { address: wrong, ending: 'replaced' },
      { address: right, ending: 'finished' },
    ]);
  });

  test('twice at once with one address makes one account', async () => {
    const address = newEmail();
    const [one, two] = [await register(address), await register(address)];
    await Promise.all([one.submit({ code: codeOn(one) }), two.submit({ code: codeOn(two) })]);
    expect([one.url, two.url]).toEqual(['/account', '/account']);
    const { rows } = await house.deps.db.pool.query('select id from accounts where email = $1', [address]);
    expect(rows).toHaveLength(1);
  });
});
