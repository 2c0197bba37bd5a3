import { generateKeyPairSync } from 'node:crypto';
import type { OidcSettings } from '#platform/deps';
import { startApp, type TestApp } from './app.ts';
import type { Browser } from './browser.ts';
import { type IdentityProvider, signingJwk, startIdentityProvider } from './identity-provider.ts';

const HOME = 'http://localhost';
const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
let people = 0;

type Claims = { email: string } & Record<string, string | boolean>;

/** A provider, a Frontdoor that knows it, and the ways between them. */
export interface OneLoginWorld {
  there: IdentityProvider;
  house: TestApp;
  known: (claims: Claims) => string;
  away: (login: string, trip?: Partial<Trip>) => ReturnType<typeof away>;
  through: (login: string, trip?: Partial<Trip>) => Promise<Browser>;
}

export async function oneLoginWorld(): Promise<OneLoginWorld> {
  const there = await startOneLogin();
  const house = await withOneLogin(there);
  return {
    there,
    house,
    known: (claims) => known(there, claims),
    away: (login, trip = {}) => away(login, { house, there, ...trip }),
    through: (login, trip = {}) => through(login, { house, there, ...trip }),
  };
}

/** As GOV.UK One Login is: the client shows who it is by a signed assertion, which this provider verifies. */
function startOneLogin(): Promise<IdentityProvider> {
  const jwk = { ...publicKey.export({ format: 'jwk' }), kid: 'ours', use: 'sig', alg: 'RS256' };
  return startIdentityProvider({
    home: HOME,
    client: {
      token_endpoint_auth_method: 'private_key_jwt',
      token_endpoint_auth_signing_alg: 'RS256',
      id_token_signed_response_alg: 'ES256',
      jwks: { keys: [jwk] },
      redirect_uris: [`${HOME}/account/one-login/callback`],
      post_logout_redirect_uris: [`${HOME}/account/signed-out`],
    },
    more: {
      jwks: { keys: [signingJwk().privateJwk] },
      claims: {
        openid: ['sub', 'vot'],
        email: ['email', 'email_verified'],
        phone: ['phone_number', 'phone_number_verified'],
      },
      extraParams: ['vtr'],
    },
  });
}

/** A Frontdoor at which residents may use it. */
export function withOneLogin(
  { issuer }: Pick<IdentityProvider, 'issuer'>,
  more: Partial<OidcSettings> = {},
): Promise<TestApp> {
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const oneLogin: OidcSettings = {
    issuer,
    clientId: 'frontdoor',
    privateKey: { pem, keyId: 'ours' },
    scope: 'openid email phone',
    levels: ['Cl.Cm'],
    timeoutSeconds: 10,
    ...more,
  };
  return startApp({ deps: { oneLogin } });
}

/** Somebody whom the provider knows. @returns their login */
function known(there: IdentityProvider, claims: Claims): string {
  people += 1;
  const login = `sub-${String(people)}`;
  there.claims[login] = { email_verified: true, vot: 'Cl.Cm', ...claims };
  return login;
}

interface Trip {
  house: TestApp;
  there: IdentityProvider;
  browser?: Browser;
  path?: string;
  /** Stands between the house and the provider. */
  change?: (url: string) => string;
}

/** To the provider and back, up to the address that it sends the browser to. */
async function away(
  login: string,
  { house, there, browser = house.browser(), path = '/account/one-login', change = (url) => url }: Trip,
): Promise<{ browser: Browser; asked: URL; callback: string }> {
  const reply = await house.app.inject({ url: path, cookies: browser.cookies() });
  for (const { name, value } of reply.cookies) browser.setCookie(name, value);
  const location = reply.headers.location ?? '';
  const { pathname, search } = new URL(await there.signIn(change(location), login));
  return { browser, asked: new URL(location), callback: pathname + search };
}

/** There and back again. */
async function through(login: string, trip: Trip): Promise<Browser> {
  const { browser, callback } = await away(login, trip);
  await browser.visit(callback);
  return browser;
}
