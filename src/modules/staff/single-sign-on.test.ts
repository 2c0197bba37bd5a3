import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aCouncil, anInvited, type TestCouncil } from '#test/a-council';
import { startApp, type TestApp } from '#test/app';

let house: TestApp;
let council: TestCouncil;
let identityServer: Server;
let issuer: string;
/** What the provider says of each subject. */
const claims: Record<string, { email: string; email_verified: boolean }> = {
  'sub-ada': { email: 'ada@estuary.example', email_verified: true },
  'sub-unverified': { email: 'bo@estuary.example', email_verified: false },
  'sub-stranger': { email: 'stranger@elsewhere.example', email_verified: true },
};

beforeAll(async () => {
  identityServer = createServer();
  await new Promise<void>((resolve) => identityServer.listen(0, '127.0.0.1', resolve));
  issuer = `http://127.0.0.1:${(identityServer.address() as AddressInfo).port}`;
  house = await startApp({ deps: { oidc: { issuer, clientId: 'frontdoor', clientSecret: 'a-secret-of-the-test' } } });
  council = await aCouncil(house.deps, 'sso');
  const answer = aProvider().callback();
  identityServer.on('request', (request, response) => void answer(request, response));
});

afterAll(() => {
  identityServer.close();
});

function aProvider(): Provider {
  return new Provider(issuer, {
    clients: [
      {
        client_id: 'frontdoor',
        client_secret: 'a-secret-of-the-test',
        redirect_uris: ['http://sso.example/desk/sign-in/callback'],
        grant_types: ['authorization_code'],
      },
    ],
    pkce: { required: () => true },
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    features: { devInteractions: { enabled: true } },
    findAccount: (_context, sub) => ({ accountId: sub, claims: () => ({ sub, ...claims[sub] }) }),
    cookies: { keys: ['a key of the test'] },
  });
}

/** Sign in at the provider's own pages, as a browser does, and return the address that it sends the browser back to. */
async function atProvider(url: string, login: string): Promise<string> {
  const jar = new Map<string, string>();
  let next = url;
  let form: URLSearchParams | undefined;
  for (let hop = 0; hop < 12; hop += 1) {
    const reply: Response = await fetch(next, {
      redirect: 'manual',
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form && { method: 'POST', body: form }),
    });
    form = undefined;
    for (const cookie of reply.headers.getSetCookie()) {
      const [name = '', value = ''] = (cookie.split(';')[0] ?? '').split(/=(.*)/s);
      jar.set(name, value);
    }
    const location = reply.headers.get('location');
    if (location?.startsWith('http://sso.example')) return location;
    if (location === null) ({ next, form } = filledIn(await reply.text(), next, login));
    else next = new URL(location, next).href;
  }
  throw new Error('the provider never sent the browser back');
}

function filledIn(html: string, page: string, login: string): { next: string; form: URLSearchParams } {
  const prompt = /name="prompt" value="(\w+)"/.exec(html)?.[1] ?? '';
  const next = new URL(/action="([^"]+)"/.exec(html)?.[1] ?? '', page).href;
  return { next, form: new URLSearchParams({ prompt, login, password: 'any' }) };
}

async function begin(back = '/desk/session') {
  const reply = await house.app.inject({
    url: `/desk/sign-in/single-sign-on?back=${encodeURIComponent(back)}`,
    headers: { host: council.host },
  });
  return { reply, cookie: reply.cookies.find(({ name }) => name === 'fd_sso')?.value ?? '' };
}

function comeBack(callback: string, cookie: string) {
  const { pathname, search } = new URL(callback);
  return house.app.inject({ url: pathname + search, headers: { host: council.host }, cookies: { fd_sso: cookie } });
}

async function signInAs(login: string) {
  const { reply, cookie } = await begin();
  return comeBack(await atProvider(reply.headers.location ?? '', login), cookie);
}

test('a joiner whose address the provider has verified is in, and is known by subject from then on', async () => {
  const { staffId } = await anInvited(house.deps, council, { email: 'Ada@Estuary.example' });
  const first = await signInAs('sub-ada');
  expect([first.statusCode, first.headers.location]).toEqual([303, '/desk/session']);
  claims['sub-ada'] = { email: 'ada.married@estuary.example', email_verified: true };
  expect((await signInAs('sub-ada')).statusCode).toBe(303);
  await house.deps.db.pool.query('update staff_members set left_at = now() where id = $1', [staffId]);
  expect((await signInAs('sub-ada')).statusCode).toBe(403);
});

test('an address that nobody verified opens nothing, and neither does a stranger', async () => {
  await anInvited(house.deps, council, { email: 'bo@estuary.example', name: 'Bo' });
  expect((await signInAs('sub-unverified')).body).toContain('You are not set up for the desk');
  expect((await signInAs('sub-stranger')).statusCode).toBe(403);
});

test('the way back works once, with its own cookie and its own state', async () => {
  await anInvited(house.deps, council, { email: 'cy@estuary.example', name: 'Cy' });
  claims['sub-cy'] = { email: 'cy@estuary.example', email_verified: true };
  const { reply, cookie } = await begin();
  expect(reply.headers.location).toContain('code_challenge_method=S256');
  const callback = await atProvider(reply.headers.location ?? '', 'sub-cy');
  expect((await comeBack(callback, '')).statusCode).toBe(400);
  const other = await begin();
  expect((await comeBack(callback, other.cookie)).statusCode).toBe(400);
  expect((await comeBack(callback, cookie)).statusCode).toBe(303);
  expect((await comeBack(callback, cookie)).statusCode).toBe(400);
});

test('a provider that is away says so and leaves the password', async () => {
  const lonely = await startApp({
    deps: { oidc: { issuer: 'http://127.0.0.1:9', clientId: 'x', clientSecret: undefined } },
  });
  const there = await aCouncil(lonely.deps);
  const reply = await lonely.app.inject({ url: '/desk/sign-in/single-sign-on', headers: { host: there.host } });
  expect(reply.statusCode).toBe(503);
  expect(reply.body).toContain('You can still sign in with your password');
  const page = await lonely.app.inject({ url: '/desk/sign-in', headers: { host: there.host } });
  expect(page.body).toContain('Sign in with your work account');
  expect(page.body).toContain('name="password"');
});
