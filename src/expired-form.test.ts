import { beforeAll, describe, expect, test } from 'vitest';
import { aCouncil, aDemonstrator, type TestCouncil } from '#test/a-council';
import { startApp, type TestApp } from '#test/app';

let house: TestApp;
let council: TestCouncil;

beforeAll(async () => {
  house = await startApp();
  council = await aCouncil(house.deps);
});

/** Send a form with no token, as a page does whose cookie has gone. */
function send(fields: Record<string, string>, headers: Record<string, string>, url = '/desk/sign-in') {
  return house.app.inject({
    method: 'POST',
    url,
    headers: { host: council.host, 'content-type': 'application/x-www-form-urlencoded', ...headers },
    payload: new URLSearchParams(fields).toString(),
  });
}

describe('a form whose token is missing or old', () => {
  const own = () => ({ origin: `http://${council.host}` });

  test('is refused, and holds what was typed to be sent again with one press', async () => {
    const { slug } = await aDemonstrator(house.deps, council, { name: 'Kit Osei' });
    const refused = await send({ person: slug, note: 'Ça va? <b>' }, own());
    expect(refused.statusCode).toBe(403);
    expect(refused.body).toContain('had been open for a long time');
    expect(refused.body).toContain('value="Ça va? &lt;b>"');
    const token = /name="_csrf" value="([^"]+)"/.exec(refused.body)?.[1] ?? '';
    const secret = refused.cookies.find((cookie) => cookie.name === '_csrf')?.value ?? '';
    const again = await send(
      { person: slug, _csrf: token },
      { ...own(), cookie: `_csrf=${encodeURIComponent(secret)}` },
    );
    expect(again.statusCode).toBe(303);
  });

  test('asks for a password again and never prints it', async () => {
    const refused = await send({ email: 'ada@estuary.example', password: 'hunter2hunter2' }, own());
    expect(refused.body).not.toContain('hunter2');
    expect(refused.body).toContain('Your password again');
    expect(refused.body).toContain('value="ada@estuary.example"');
  });

  test.each([
    ['another origin', { origin: 'https://evil.example' }],
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['nowhere that it names', {}],
  ])('is not held for one more press when it comes from %s', async (_from, headers) => {
    const refused = await send({ person: 'kit-osei' }, headers);
    expect(refused.statusCode).toBe(403);
    expect(refused.body).not.toContain('kit-osei');
  });
});

test('a form sent after the session has ended is held until its sender has signed in', async () => {
  const browser = house.browser(council.host);
  const { slug } = await aDemonstrator(house.deps, council, { email: 'lu@estuary.example', name: 'Lu Ray' });
  await browser.visit('/desk/sign-in');
  await browser.submit({ person: slug });
  await browser.visit('/desk/session');
  const token = /name="_csrf" value="([^"]+)"/.exec(browser.html)?.[1] ?? '';
  const cookie = `_csrf=${browser.cookie('_csrf') ?? ''}; fd_staff=${browser.cookie('fd_staff') ?? ''}`;
  house.clock.advance(90);
  const refused = await send(
    { _csrf: token, everywhere: 'yes' },
    { origin: `http://${council.host}`, cookie },
    '/desk/session',
  );
  expect(refused.statusCode).toBe(401);
  expect(refused.body).toContain('You have been signed out');
  expect(refused.body).toContain('name="everywhere" value="yes"');
});

test('somebody who sends a form too often is asked to wait, and keeps what was typed', async () => {
  const browser = house.browser(council.host);
  await browser.visit('/desk/sign-in');
  const token = /name="_csrf" value="([^"]+)"/.exec(browser.html)?.[1] ?? '';
  const headers = { origin: `http://${council.host}`, cookie: `_csrf=${browser.cookie('_csrf') ?? ''}` };
  const sent = () => send({ _csrf: token, email: 'ada@estuary.example' }, headers);
  for (let n = 0; n < 200; n += 1) await sent();
  const refused = await sent();
  expect(refused.statusCode).toBe(429);
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
  expect(refused.body).toContain('value="ada@estuary.example"');
  house.clock.advance(11);
  expect((await sent()).statusCode).toBe(422);
  const { rows } = await house.deps.db.pool.query<{ key: string }>('select key from rate_limits');
  expect(rows.map(({ key }) => key).join()).not.toContain('127.0.0.1');
});

test('every page forbids what it does not need, and cookies keep to themselves', async () => {
  const reply = await house.app.inject({ url: '/desk/sign-in', headers: { host: council.host } });
  expect(reply.headers['content-security-policy']).toMatch(
    /default-src 'none'.*script-src 'self'.*frame-ancestors 'none'/,
  );
  expect(reply.headers['content-security-policy']).not.toContain('unsafe');
  expect(reply.headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'cache-control': 'no-store',
  });
  expect(reply.cookies).toMatchObject([{ name: '_csrf', httpOnly: true, sameSite: 'Lax', path: '/' }]);
});

test('over https cookies are secure and browsers are told to stay there', async () => {
  const secure = await startApp({ deps: { publicUrl: 'https://front.example' } });
  const there = await aCouncil(secure.deps);
  const { slug } = await aDemonstrator(secure.deps, there);
  const page = await secure.app.inject({ url: '/desk/sign-in', headers: { host: there.host } });
  expect(page.headers['strict-transport-security']).toContain('max-age');
  const token = /name="_csrf" value="([^"]+)"/.exec(page.body)?.[1] ?? '';
  const reply = await secure.app.inject({
    method: 'POST',
    url: '/desk/sign-in',
    headers: { host: there.host, 'content-type': 'application/x-www-form-urlencoded' },
    cookies: { _csrf: page.cookies[0]?.value ?? '' },
    payload: new URLSearchParams({ _csrf: token, person: slug }).toString(),
  });
  expect(reply.cookies).toMatchObject([{ name: 'fd_staff', httpOnly: true, secure: true, sameSite: 'Lax' }]);
});
