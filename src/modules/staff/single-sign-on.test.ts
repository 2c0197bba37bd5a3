import { beforeAll, expect, test } from 'vitest';
import { aCouncil, anInvited, type TestCouncil } from '#test/a-council';
import { startApp, type TestApp } from '#test/app';
import { type IdentityProvider, startIdentityProvider } from '#test/identity-provider';

const HOME = 'http://sso.example';
let house: TestApp;
let council: TestCouncil;
let there: IdentityProvider;

beforeAll(async () => {
  there = await startIdentityProvider({
    home: HOME,
    client: { client_secret: 'a-secret-of-the-test', redirect_uris: [`${HOME}/desk/sign-in/callback`] },
    more: { claims: { openid: ['sub'], email: ['email', 'email_verified'] } },
  });
  there.claims['sub-ada'] = { email: 'ada@estuary.example', email_verified: true };
  there.claims['sub-unverified'] = { email: 'bo@estuary.example', email_verified: false };
  there.claims['sub-stranger'] = { email: 'stranger@elsewhere.example', email_verified: true };
  const { issuer } = there;
  house = await startApp({ deps: { oidc: { issuer, clientId: 'frontdoor', clientSecret: 'a-secret-of-the-test' } } });
  council = await aCouncil(house.deps, 'sso');
});

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
  return comeBack(await there.signIn(reply.headers.location ?? '', login), cookie);
}

test('a joiner whose address the provider has verified is in, and is known by subject from then on', async () => {
  const { staffId } = await anInvited(house.deps, council, { email: 'Ada@Estuary.example' });
  const first = await signInAs('sub-ada');
  expect([first.statusCode, first.headers.location]).toEqual([303, '/desk/session']);
  there.claims['sub-ada'] = { email: 'ada.married@estuary.example', email_verified: true };
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
  there.claims['sub-cy'] = { email: 'cy@estuary.example', email_verified: true };
  const { reply, cookie } = await begin();
  expect(reply.headers.location).toContain('code_challenge_method=S256');
  const callback = await there.signIn(reply.headers.location ?? '', 'sub-cy');
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
