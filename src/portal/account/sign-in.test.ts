import { beforeAll, describe, expect, test } from 'vitest';
import { anotherCode, askCode as askFor, beginAccount, codeOn, linkIn, newEmail, withAccount } from '#test/accounts';
import { startApp, type TestApp } from '#test/app';
import type { Browser } from '#test/browser';

let house: TestApp;

beforeAll(async () => {
  house = await startApp();
});

const askCode = (address: string) => askFor(house, address);
const register = (address: string, name?: string) => beginAccount(house, address, name);
const registered = (address?: string, name?: string) => withAccount(house, address, name);

describe('a code', () => {
  test('is asked for in the same words, whether there is an account or not', async () => {
    const known = newEmail();
    await registered(known);
    const words = (browser: Browser, address: string) => browser.text.replaceAll(address, '').replace(/\d{6}/g, '');
    const unknown = newEmail();
    for (const ask of [askCode, register]) {
      const [here, there] = [await ask(known), await ask(unknown)];
      expect(words(here, known)).toBe(words(there, unknown));
    }
  });

  test('signs in to the account that the address has', async () => {
    const address = newEmail();
    await registered(address, 'Noor Haddad');
    const browser = await askCode(address.toUpperCase());
    await browser.submit({ code: ` ${codeOn(browser).slice(0, 3)} ${codeOn(browser).slice(3)}` });
    expect(browser.url).toBe('/account');
    expect(browser.text).toContain('Noor Haddad');
  });

  test('works once, in the browser that asked for it', async () => {
    const address = newEmail();
    const browser = await register(address);
    const code = codeOn(browser);
    const stranger = await register(newEmail());
    await stranger.submit({ code });
    expect(stranger.status).toBe(422);
    const twin = browser.twin();
    await browser.submit({ code });
    await twin.submit({ code });
    expect(twin.url).toContain('/account/sign-in');
  });

  test('is too old after fifteen minutes; another one works', async () => {
    const browser = await register(newEmail());
    const code = codeOn(browser);
    house.clock.advance(15);
    await browser.submit({ code });
    expect(browser.text).toContain('That code is too old');
    await browser.submit({}, '/account/code/again');
    expect(browser.text).toContain('We have sent another code');
    await browser.submit({ code: codeOn(browser) });
    expect(browser.url).toBe('/account');
  });

  test('can be tried five times; then even the right one is refused until another is sent', async () => {
    const browser = await register(newEmail());
    const code = codeOn(browser);
    for (let n = 1; n <= 5; n += 1) await browser.submit({ code: anotherCode(code) });
    expect(browser.text).toContain('Too many wrong tries');
    await browser.submit({ code });
    expect(browser.text).toContain('Too many wrong tries');
    await browser.submit({}, '/account/code/again');
    await browser.submit({ code: codeOn(browser) });
    expect(browser.url).toBe('/account');
  });

  test('charges many tries at once one by one', async () => {
    const browser = await register(newEmail());
    const wrong = anotherCode(codeOn(browser));
    const tries = Array.from({ length: 12 }, () => browser.twin());
    await Promise.all(tries.map((one) => one.submit({ code: wrong })));
    expect(tries.filter(({ text }) => text.includes('That code is not right'))).toHaveLength(4);
  });

  test.each(['', '12345', '1234567', 'abcdef', '١٢٣٤٥٦', '🙂🙂'])(
    'that reads "%s" is refused with words',
    async (code) => {
      const browser = await register(newEmail());
      await browser.submit({ code });
      expect(browser.status).toBe(422);
    },
  );

  test('goes to one address six times an hour at most, whoever asks', async () => {
    const address = newEmail();
    for (let n = 0; n < 6; n += 1) await askCode(address);
    const seventh = await askCode(address);
    expect(seventh.status).toBe(422);
    expect(seventh.text).toContain('Wait 60 minutes');
    const patient = await askCode(newEmail());
    expect(patient.text).toContain('Enter your code');
    house.clock.advance(61);
    expect((await askCode(address)).text).toContain('Enter your code');
  });

  test('is read by nobody at the desk and in no table, and leaves with its message', async () => {
    const address = newEmail();
    const code = codeOn(await register(address));
    const ada = await house.signedIn('ada-mensah');
    await ada.visit('/desk/outbox');
    expect(ada.text).toContain(address);
    expect(ada.html).not.toContain(code);
    expect(ada.text).toContain('(code hidden)');
    const { rows } = await house.deps.db.pool.query<{ body: string }>(
      'select body from messages where to_address = $1',
      [address],
    );
    expect(JSON.stringify(rows)).not.toContain(code);
    const sent: string[] = [];
    house.deps.transports = {
      ...house.deps.transports,
      email: {
        name: 'test',
        send: (message) => {
          sent.push(message.body);
          return Promise.resolve({ ok: true, provider: 'test', providerId: '1' });
        },
      },
    };
    const posted = newEmail();
    const browser = await register(posted);
    expect(codeOn(browser)).toBe('');
    await house.work();
    house.deps.transports = { ...house.deps.transports, email: null };
    const mailed = /Your code is (\d{6})/.exec(sent.at(-1) ?? '')?.[1] ?? '';
    await browser.submit({ code: mailed });
    expect(browser.url).toBe('/account');
  });
});

describe('the link in the message', () => {
  test('asks for a press, then goes in on whichever device the message was read', async () => {
    const address = newEmail();
    await register(address, 'Bo Li');
    const link = await linkIn(house, address);
    const phone = house.browser();
    await phone.visit(link);
    expect(phone.text).toContain('Go on to your account');
    await phone.visit(link);
    await phone.submit({}, link);
    expect(phone.url).toBe('/account');
    expect(phone.text).toContain('Bo Li');
  });

  test('opened twice or after its time leads to a new code', async () => {
    const address = newEmail();
    await register(address);
    const link = await linkIn(house, address);
    const phone = house.browser();
    await phone.visit(link);
    const twin = phone.twin();
    await phone.submit({}, link);
    await twin.submit({}, link);
    expect(twin.status).toBe(410);
    expect(twin.text).toContain('Get a new code');
    const late = newEmail();
    await register(late);
    house.clock.advance(16);
    await phone.visit(await linkIn(house, late));
    expect(phone.status).toBe(410);
    await phone.visit('/account/open/no-such-link');
    expect(phone.status).toBe(410);
  });
});

describe('a session', () => {
  test('ends with one press and leaves nothing for the next person at this computer', async () => {
    const browser = await registered(newEmail(), 'Kay Private');
    await browser.submit({}, '/account/sign-out');
    expect(browser.text).toContain('You are signed out');
    expect(browser.cookie('fd_account')).toBeUndefined();
    expect(browser.cookie('fd_account_code')).toBeUndefined();
    for (const page of ['/account', '/account/documents', '/account/register', '/account/code', '/']) {
      await browser.visit(page);
      expect(browser.html).not.toContain('Kay Private');
    }
  });

  test('ends after an hour without use, says so, and leads back afterwards', async () => {
    const address = newEmail();
    const browser = await registered(address);
    house.clock.advance(61);
    await browser.visit('/account/documents');
    expect(browser.text).toContain('after an hour without use');
    await browser.submit({ address });
    await browser.submit({ code: codeOn(browser) });
    expect(browser.url).toBe('/account/documents');
  });

  test('opens one council only, and its cookie is of no use at the desk', async () => {
    const browser = await registered();
    const token = browser.cookie('fd_account') ?? '';
    for (const [url, cookies] of [
      ['/desk/today', { fd_staff: token }],
      ['/account', { fd_account: `${token}x` }],
    ] as const) {
      const reply = await house.app.inject({ url, cookies });
      expect(reply.headers.location).toContain('/sign-in');
    }
  });

  test('goes back to a page of the portal and nowhere else', async () => {
    for (const planted of ['//evil.example', 'https://evil.example/', '/\\evil', '/desk/today', '/account/sign-in']) {
      const browser = house.browser();
      await browser.visit(`/account/sign-in?back=${encodeURIComponent(planted)}`);
      expect(browser.html).toContain('name="back" value="/account"');
    }
  });
});
