import { beforeAll, describe, expect, test } from 'vitest';
import { askCode, enterCode, lastBody, newEmail, withAccount } from '#test/accounts';
import { startApp } from '#test/app';
import { type OneLoginWorld, oneLoginWorld } from '#test/one-login';

let at: OneLoginWorld;
beforeAll(async () => {
  at = await oneLoginWorld();
});

describe('GOV.UK One Login', () => {
  test('is nowhere where it is not set up', async () => {
    const plain = await startApp();
    const browser = await withAccount(plain);
    for (const page of ['/account/security', '/account/one-login', '/account/connect', '/account/one-login/callback']) {
      await browser.visit(page);
      expect([page, browser.text.includes('One Login')]).toEqual([page, false]);
    }
    const stranger = plain.browser();
    await stranger.visit('/account/sign-in');
    expect(stranger.text).not.toContain('One Login');
  });

  test('makes an account with the address that it vouches for, after one question, and leads where the person wanted', async () => {
    const email = newEmail();
    const login = at.known({ email: email.toUpperCase(), phone_number: '+447700900123', phone_number_verified: true });
    const browser = at.house.browser();
    await browser.visit('/account/sign-in?back=%2Faccount%2Fdetails');
    const path = /\/account\/one-login\?back=[^"]+/.exec(browser.html)?.[0] ?? '';
    const { asked, callback } = await at.away(login, { browser, path });
    expect(asked.searchParams.get('vtr')).toBe('["Cl.Cm"]');
    expect(asked.searchParams.get('code_challenge_method')).toBe('S256');
    await browser.visit(callback);
    expect(browser.text).toContain('GOV.UK One Login does not tell us your name');
    await browser.submit({ name: '' });
    expect([browser.status, browser.text.includes('Enter your name')]).toEqual([422, true]);
    await browser.submit({ name: 'Mia Wong' });
    expect(browser.url).toBe('/account/details');
    expect(browser.text).toContain(email);
    const { rows } = await at.house.deps.db.pool.query(
      `select r.value_key, r.verified_at is not null as proven from customer_reaches r
       join accounts a on a.customer_id = r.customer_id where a.email = $1 order by r.value_key`,
      [email],
    );
    expect(rows).toEqual([
      { value_key: '+447700900123', proven: true },
      { value_key: email, proven: true },
    ]);
  });

  test('opens the same account the next time, whatever address it has by then', async () => {
    const email = newEmail();
    const login = at.known({ email });
    const browser = await at.through(login);
    await browser.submit({ name: 'Mia Wong' });
    at.there.claims[login] = { email: newEmail(), email_verified: true, vot: 'Cl.Cm' };
    const again = await at.through(login);
    expect(again.url).toBe('/account');
    expect(again.text).toContain('Mia Wong');
    await again.visit('/account/security');
    expect(again.text).toContain('GOV.UK One Login opens this account');
  });

  test('takes no address that it does not vouch for', async () => {
    const email = newEmail();
    const browser = await at.through(at.known({ email, email_verified: false }));
    await browser.submit({ name: 'Mia Wong' });
    expect(browser.url).toBe('/account');
    await browser.visit('/account/details');
    expect(browser.text).not.toContain(email);
    await browser.visit('/account/security');
    await browser.submit({}, '/account/security/one-login/removal');
    expect([browser.status, browser.text.includes('only way into your account')]).toEqual([409, true]);
  });

  test('refuses somebody of whom it is less sure than was asked', async () => {
    const browser = await at.through(at.known({ email: newEmail(), vot: 'Cl' }));
    expect([browser.status, browser.text.includes('did not fit what we asked for')]).toEqual([400, true]);
  });
});

describe('an account that is there already', () => {
  test('is not opened by the same address alone: its person signs in, presses, and is told by message', async () => {
    const email = newEmail();
    await withAccount(at.house, email, 'Ada Pike');
    const login = at.known({ email });
    const browser = at.house.browser();
    await browser.visit('/account/sign-in?back=%2Faccount%2Fpeople');
    await at.through(login, { browser, path: '/account/one-login?back=%2Faccount%2Fpeople' });
    expect(browser.text).toContain('Show that the account is yours');
    await browser.visit('/account');
    expect(browser.url).toContain('/account/sign-in');
    await browser.visit('/account/connect');
    await browser.submit({}, '/account/connect/code');
    await enterCode(browser);
    expect([browser.url, browser.text.includes('and here as Ada Pike')]).toEqual(['/account/connect', true]);
    expect((await at.through(login)).text).toContain('Show that the account is yours');
    await browser.submit({}, '/account/connect');
    expect(browser.url).toBe('/account/people');
    expect(await lastBody(at.house, email)).toMatch(/This was changed in your account: sign-in with .*One Login/);
    expect((await at.through(login)).url).toBe('/account');
  });

  test('is connected from how one signs in, and parted again, while the code goes on working', async () => {
    const email = newEmail();
    const login = at.known({ email: newEmail() });
    const browser = await withAccount(at.house, email);
    await at.through(login, { browser, path: '/account/one-login/connection' });
    await browser.submit({}, '/account/connect');
    expect(browser.url).toBe('/account/security?done=yes');
    expect(browser.text).toContain('GOV.UK One Login opens this account');
    expect((await at.through(login)).url).toBe('/account');
    await browser.visit('/account/security');
    await browser.submit({}, '/account/security/one-login/removal');
    expect(browser.text).toContain('it can open this account too');
    expect((await at.through(login)).text).toContain('What is your name?');
    expect((await enterCode(await askCode(at.house, email))).url).toBe('/account');
  });

  test('takes neither a second One Login nor one that opens another account', async () => {
    const [first, second] = [at.known({ email: newEmail() }), at.known({ email: newEmail() })];
    const other = await at.through(first);
    await other.submit({ name: 'Ada Pike' });
    const browser = await withAccount(at.house);
    await at.through(first, { browser, path: '/account/one-login/connection' });
    await browser.submit({}, '/account/connect');
    expect([browser.status, browser.text.includes('opens another account already')]).toEqual([409, true]);
    await at.through(second, { browser, path: '/account/one-login/connection' });
    await browser.submit({}, '/account/connect');
    await at.through(at.known({ email: newEmail() }), { browser, path: '/account/one-login/connection' });
    await browser.submit({}, '/account/connect');
    expect([browser.status, browser.text.includes('connected with another')]).toEqual([409, true]);
  });

  test('still asks for its second check', async () => {
    const email = newEmail();
    const login = at.known({ email: newEmail() });
    const browser = await withAccount(at.house, email);
    await at.through(login, { browser, path: '/account/one-login/connection' });
    await browser.submit({}, '/account/connect');
    await at.house.deps.db.pool.query('update accounts set totp_confirmed_at = now() where email = $1', [email]);
    expect((await at.through(login)).text).toContain('Enter the code of your app');
  });
});

test('signing out signs out there too, and comes back', async () => {
  const login = at.known({ email: newEmail() });
  const browser = await at.through(login);
  await browser.submit({ name: 'Mia Wong' });
  await browser.submit({}, '/account/sign-out');
  const goTo = /http-equiv="refresh" content="0; url=([^"]+)"/.exec(browser.html)?.[1]?.replaceAll('&amp;', '&') ?? '';
  expect(goTo).toContain('id_token_hint=');
  expect(new URL(await at.there.open(goTo)).pathname).toBe('/account/signed-out');
  await browser.visit('/account');
  expect(browser.url).toContain('/account/sign-in');
});
