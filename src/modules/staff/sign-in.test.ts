import { TOTP } from 'otpauth';
import { beforeAll, describe, expect, test } from 'vitest';
import { aCouncil, aDemonstrator, anInvited, type TestCouncil } from '#test/a-council';
import { startApp, type TestApp } from '#test/app';
import type { Browser } from '#test/browser';

const PASSWORD = 'correct horse battery';

let house: TestApp;
let council: TestCouncil;
let people = 0;

beforeAll(async () => {
  house = await startApp();
  council = await aCouncil(house.deps);
});

/** Somebody with a password and an app, and what that app holds. */
async function somebody(): Promise<{ email: string; codeNow: () => string; recoveryCodes: string[]; staffId: string }> {
  people += 1;
  const email = `person-${people}@estuary.example`;
  const { link, staffId } = await anInvited(house.deps, council, { email });
  const browser = house.browser(council.host);
  await browser.visit(link);
  await browser.submit({ password: PASSWORD });
  const key = /<code class="fd-key">([^<]+)<\/code>/.exec(browser.html)?.[1]?.replaceAll(' ', '') ?? '';
  const codeNow = () => new TOTP({ secret: key }).generate({ timestamp: house.clock.now().getTime() });
  await browser.submit({ code: codeNow() });
  expect(browser.text).toContain('Keep your recovery codes');
  const recoveryCodes = [...browser.html.matchAll(/<code>([^<]+)<\/code>/g)].map((match) => match[1] ?? '');
  house.clock.advance(1);
  return { email, codeNow, recoveryCodes, staffId };
}

async function givePassword(email: string, password = PASSWORD, back?: string): Promise<Browser> {
  const browser = house.browser(council.host);
  await browser.visit(back === undefined ? '/desk/sign-in' : `/desk/sign-in?back=${encodeURIComponent(back)}`);
  await browser.submit({ email, password });
  return browser;
}

async function isIn(browser: Browser): Promise<boolean> {
  await browser.visit('/desk/session');
  return !browser.url.startsWith('/desk/sign-in');
}

describe('signing in with a password', () => {
  test('takes a joiner from the link to the desk, by a password and a second factor', async () => {
    const { recoveryCodes } = await somebody();
    expect(new Set(recoveryCodes).size).toBe(10);
  });

  test('asks for the second factor, and opens nothing before it', async () => {
    const { email, codeNow } = await somebody();
    const browser = await givePassword(email);
    expect(browser.text).toContain('Enter your code');
    expect(await isIn(browser)).toBe(false);
    await browser.visit('/desk/sign-in/second-factor');
    await browser.submit({ code: codeNow() });
    expect(await isIn(browser)).toBe(true);
  });

  test('takes a code once, though two browsers give it at the same moment', async () => {
    const { email, codeNow } = await somebody();
    const [one, two] = [await givePassword(email), await givePassword(email)];
    await Promise.all([one.submit({ code: codeNow() }), two.submit({ code: codeNow() })]);
    expect([await isIn(one), await isIn(two)].filter(Boolean)).toHaveLength(1);
  });

  test('refuses a code that was used a moment ago and says to wait for the next', async () => {
    const { email, codeNow } = await somebody();
    await (await givePassword(email)).submit({ code: codeNow() });
    const again = await givePassword(email);
    await again.submit({ code: codeNow() });
    expect(again.text).toContain('That code has been used');
  });

  test('takes each recovery code once, however it is typed', async () => {
    const { email, recoveryCodes } = await somebody();
    const typed = (recoveryCodes[0] ?? '').toLowerCase().replace('-', ' ');
    const browser = await givePassword(email);
    await browser.submit({ code: typed });
    expect(await isIn(browser)).toBe(true);
    const again = await givePassword(email);
    await again.submit({ code: typed });
    expect(again.text).toContain('That code is not right');
  });

  test('answers an unknown address and a wrong password with the same words', async () => {
    const { email } = await somebody();
    const wrong = await givePassword(email, 'not my password at all');
    const unknown = await givePassword('nobody@estuary.example');
    const plain = (browser: Browser) => browser.text.replace(/Join.*/, '');
    expect(wrong.status).toBe(422);
    expect(plain(wrong)).toBe(plain(unknown));
    expect(wrong.text).toContain('One of them is not right');
    expect(wrong.html).toContain(`value="${email}"`);
  });

  test.each(['a known', 'an unknown'])('locks %s address after five wrong tries, longer each time', async (kind) => {
    const email = kind === 'a known' ? (await somebody()).email : `nobody-${people}@estuary.example`;
    for (let n = 0; n < 5; n += 1) expect((await givePassword(email, 'wrong wrong wrong')).text).toContain('not right');
    expect((await givePassword(email)).text).toContain('Wait 1 minute,');
    house.clock.advance(1.1);
    expect((await givePassword(email, 'wrong wrong wrong')).text).toContain('not right');
    expect((await givePassword(email)).text).toContain('Wait 2 minutes');
    house.clock.advance(25 * 60);
  });

  test('counts wrong second factors too, and a right password does not wipe them out', async () => {
    const { email, codeNow } = await somebody();
    for (let n = 0; n < 5; n += 1) {
      const browser = await givePassword(email);
      await browser.submit({ code: '000000' });
    }
    const browser = await givePassword(email);
    expect(browser.text).toContain('Too many wrong tries');
    house.clock.advance(61);
    const later = await givePassword(email);
    await later.submit({ code: codeNow() });
    expect(await isIn(later)).toBe(true);
  });

  test('charges many tries at once one by one', async () => {
    const { email } = await somebody();
    const browser = house.browser(council.host);
    await browser.visit('/desk/sign-in');
    const tries = await Promise.all(Array.from({ length: 20 }, () => givePassword(email, 'wrong wrong wrong')));
    expect(tries.filter((one) => one.text.includes('not right'))).toHaveLength(5);
  });

  test('goes back to where the person wanted to go, and only within the desk', async () => {
    const { email, codeNow } = await somebody();
    const browser = await givePassword(email, PASSWORD, '/desk/work?team=waste');
    await browser.submit({ code: codeNow() });
    expect(browser.url).toBe('/desk/work?team=waste');
    for (const planted of ['//evil.example', '/desk/../account', 'https://evil.example/desk', '/desk\\evil', '/deskx'])
      expect((await givePassword(email, '', planted)).html).toContain('name="back" value="/desk"');
  });
});

describe('a session', () => {
  test('shows its person who they are, and ends in every browser with one press', async () => {
    const { email, codeNow } = await somebody();
    const [here, there] = [await givePassword(email), await givePassword(email)];
    await here.submit({ code: codeNow() });
    house.clock.advance(1);
    await there.submit({ code: codeNow() });
    await here.visit('/desk/session');
    expect(here.text).toContain('Open sessions 3');
    await here.submit({ everywhere: 'yes' });
    expect(here.text).toContain('You are signed out');
    expect([await isIn(here), await isIn(there)]).toEqual([false, false]);
  });

  async function signedIn(): Promise<{ browser: Browser; staffId: string }> {
    const { email, codeNow, staffId } = await somebody();
    const browser = await givePassword(email);
    await browser.submit({ code: codeNow() });
    return { browser, staffId };
  }

  test('is a new one after each factor, and the old one is worth nothing', async () => {
    const { email, codeNow } = await somebody();
    const browser = await givePassword(email);
    const first = browser.cookie('fd_staff') ?? '';
    await browser.submit({ code: codeNow() });
    expect(browser.cookie('fd_staff')).not.toBe(first);
    const reply = await house.app.inject({
      url: '/desk/sign-in/second-factor',
      headers: { host: council.host },
      cookies: { fd_staff: first },
    });
    expect(reply.statusCode).toBe(303);
  });

  test('ends after an hour without a request', async () => {
    const { browser } = await signedIn();
    house.clock.advance(59);
    expect(await isIn(browser)).toBe(true);
    house.clock.advance(61);
    expect(await isIn(browser)).toBe(false);
  });

  test('ends after twelve hours however busy it was', async () => {
    const { browser } = await signedIn();
    for (let n = 0; n < 23; n += 1) {
      house.clock.advance(30);
      expect(await isIn(browser)).toBe(true);
    }
    house.clock.advance(31);
    expect(await isIn(browser)).toBe(false);
  });

  test('ends when its person leaves, though it is open', async () => {
    const { browser, staffId } = await signedIn();
    await house.deps.db.pool.query('update staff_members set left_at = now() where id = $1', [staffId]);
    expect(await isIn(browser)).toBe(false);
  });

  test('opens one council only', async () => {
    const { browser } = await signedIn();
    const other = await aCouncil(house.deps);
    const reply = await house.app.inject({
      url: '/desk/session',
      headers: { host: other.host },
      cookies: { fd_staff: browser.cookie('fd_staff') ?? '' },
    });
    expect(reply.headers.location).toContain('/desk/sign-in');
  });
});

describe('the demonstration', () => {
  test('lists its people and signs in as one with one press', async () => {
    const { slug } = await aDemonstrator(house.deps, council, { email: 'kit@estuary.example', name: 'Kit Osei' });
    const browser = house.browser(council.host);
    await browser.visit('/desk/sign-in');
    expect(browser.text).toContain('Kit Osei');
    await browser.submit({ person: slug });
    expect(await isIn(browser)).toBe(true);
  });

  test('does not sign in as somebody who is not of the demonstration', async () => {
    const { slug } = await anInvited(house.deps, council, { email: 'real@estuary.example', name: 'Real Person' });
    await aDemonstrator(house.deps, council, { email: 'jo@estuary.example', name: 'Jo Demo' });
    const browser = house.browser(council.host);
    await browser.visit('/desk/sign-in');
    await browser.submit({ person: slug });
    expect(await isIn(browser)).toBe(false);
  });

  test('does not exist with DEMO=0: no buttons, no press, no password, no session from before', async () => {
    const { slug, link } = await aDemonstrator(house.deps, council, { email: 'lu@estuary.example', name: 'Lu Demo' });
    const before = house.browser(council.host);
    await before.visit('/desk/sign-in');
    await before.submit({ person: slug });
    const setsPassword = house.browser(council.host);
    await setsPassword.visit(link);
    await setsPassword.submit({ password: PASSWORD });
    house.deps.isDemo = false;
    try {
      expect(await isIn(before)).toBe(false);
      const browser = house.browser(council.host);
      await browser.visit('/desk/sign-in');
      expect(browser.text).not.toContain('demonstration');
      await browser.submit({ email: 'lu@estuary.example', password: PASSWORD });
      expect(browser.text).toContain('not right');
      expect(await browser.visit('/desk/sign-in')).not.toContain('name="person"');
    } finally {
      house.deps.isDemo = true;
    }
  });
});
