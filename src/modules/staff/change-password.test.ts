import { TOTP } from 'otpauth';
import { beforeAll, describe, expect, test } from 'vitest';
import { aCouncil, aDemonstrator, anInvited, type TestCouncil } from '#test/a-council';
import { startApp, type TestApp } from '#test/app';
import type { Browser } from '#test/browser';

const PASSWORD = 'correct horse battery';
const NEW = 'staple paper lantern';

let house: TestApp;
let council: TestCouncil;
let people = 0;

beforeAll(async () => {
  house = await startApp();
  council = await aCouncil(house.deps);
});

interface Somebody {
  browser: Browser;
  email: string;
  staffId: string;
  codeNow: () => string;
}

/** Somebody signed in with a password and an app, whose next code is a new one. */
async function somebody(): Promise<Somebody> {
  people += 1;
  const email = `person-${people}@estuary.example`;
  const { link, staffId } = await anInvited(house.deps, council, { email });
  const browser = house.browser(council.host);
  await browser.visit(link);
  await browser.submit({ password: PASSWORD });
  const key = /<code class="fd-key">([^<]+)<\/code>/.exec(browser.html)?.[1]?.replaceAll(' ', '') ?? '';
  const codeNow = () => new TOTP({ secret: key }).generate({ timestamp: house.clock.now().getTime() });
  await browser.submit({ code: codeNow() });
  house.clock.advance(1);
  return { browser, email, staffId, codeNow };
}

async function signIn({ email, codeNow }: Somebody, password: string): Promise<Browser> {
  const browser = house.browser(council.host);
  await browser.visit('/desk/sign-in');
  await browser.submit({ email, password });
  if (browser.text.includes('Enter your code')) await browser.submit({ code: codeNow() });
  house.clock.advance(1);
  await browser.visit('/desk/session');
  return browser;
}

const isIn = ({ url }: Browser) => !url.startsWith('/desk/sign-in');

async function change(browser: Browser, fields: Record<string, string>): Promise<void> {
  await browser.visit('/desk/session/password');
  await browser.submit(fields);
}

describe('changing your own password', () => {
  test('takes the old one and the second check, ends every other session, and is in the audit', async () => {
    const person = await somebody();
    const other = await signIn(person, PASSWORD);
    expect(isIn(other)).toBe(true);
    const before = person.browser.cookie('fd_staff');
    await change(person.browser, { current: PASSWORD, next: NEW, code: person.codeNow() });
    house.clock.advance(1);

    expect(person.browser.text).toContain('Your password is changed');
    expect(person.browser.cookie('fd_staff')).not.toBe(before);
    await other.visit('/desk/session');
    expect(isIn(other)).toBe(false);
    expect(isIn(await signIn(person, PASSWORD))).toBe(false);
    expect(isIn(await signIn(person, NEW))).toBe(true);
    const { rows } = await house.deps.db.pool.query<{ detail: object }>(
      "select detail from audit_entries where act = 'staff.password-changed' and actor_id = $1",
      [person.staffId],
    );
    expect(rows).toEqual([{ detail: { sessionsEnded: 2 } }]);
  });

  test.each([
    [
      { current: '', next: '', code: '' },
      ['Enter the password that you have now', 'Enter a new password', 'Enter the 6-digit code'],
    ],
    [{ current: PASSWORD, next: 'short' }, ['Use 12 characters or more']],
    [{ current: PASSWORD, next: PASSWORD }, ['not the one you have']],
    [{ current: 'not the password', next: NEW }, ['That is not the password that you have now']],
    [{ current: PASSWORD, next: NEW, code: '000000' }, ['That code is not right']],
  ])('%j changes nothing and says what to do', async (fields, messages) => {
    const person = await somebody();
    await change(person.browser, { code: person.codeNow(), ...fields });

    expect(person.browser.status).toBe(422);
    for (const message of messages) expect(person.browser.text).toContain(message);
    expect(person.browser.html).not.toContain(`value="${PASSWORD}"`);
    house.clock.advance(1);
    expect(isIn(await signIn(person, PASSWORD))).toBe(true);
  });

  test('ends the sessions of the person at other councils too', async () => {
    const person = await somebody();
    const elsewhere = await aCouncil(house.deps);
    const { link } = await anInvited(house.deps, elsewhere, { email: person.email });
    const there = house.browser(elsewhere.host);
    await there.visit(link);
    await there.submit({ password: PASSWORD });
    await there.submit({ code: person.codeNow() });
    house.clock.advance(1);
    await there.visit('/desk/session');
    expect(isIn(there)).toBe(true);
    await change(person.browser, { current: PASSWORD, next: NEW, code: person.codeNow() });
    await there.visit('/desk/session');
    expect(isIn(there)).toBe(false);
    await person.browser.visit('/desk/session');
    expect(isIn(person.browser)).toBe(true);
  });

  test('wrong tries are charged as at sign-in', async () => {
    const person = await somebody();
    for (let tries = 0; tries < 6; tries += 1) {
      await change(person.browser, { current: 'not the password', next: NEW, code: person.codeNow() });
    }

    expect(person.browser.text).toContain('Too many wrong tries');
  });

  test('two changes at once: one is done, the other says so', async () => {
    const person = await somebody();
    const browsers = [person.browser, person.browser.twin()];
    await Promise.all(browsers.map((browser) => browser.visit('/desk/session/password')));
    const code = person.codeNow();
    await Promise.all(browsers.map((browser, at) => browser.submit({ current: PASSWORD, next: `${NEW} ${at}`, code })));

    expect(browsers.filter(({ text }) => text.includes('Your password is changed'))).toHaveLength(1);
  });

  test('somebody without a password here is told where theirs is', async () => {
    const { slug } = await aDemonstrator(house.deps, council, { email: 'dee@estuary.example', name: 'Dee Mo' });
    const browser = house.browser(council.host);
    await browser.visit('/desk/sign-in');
    await browser.submit({ person: slug });
    await browser.visit('/desk/session/password');

    expect(browser.text).toContain('You have no password here');
    expect(browser.html).not.toContain('name="current"');
  });
});
