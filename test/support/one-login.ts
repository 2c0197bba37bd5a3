import { generateKeyPairSync } from 'node:crypto';
import type { OidcSettings } from '#platform/deps';
import { startApp, type TestApp } from './app.ts';
import type { Browser } from './browser.ts';
import { type IdentityProvider, signingJwk, startIdentityProvider } from './identity-provider.ts';

const HOME = 'http://localhost';
const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
let people = 0;

/** As GOV.UK One Login is: the client shows who it is by a signed assertion, which this provider verifies. */
export function startOneLogin(): Promise<IdentityProvider> {
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
export function known(there: IdentityProvider, claims: { email: string } & Record<string, string | boolean>): string {
  people += 1;
  const login = `sub-${String(people)}`;
  there.claims[login] = { email_verified: true, vot: 'Cl.Cm', ...claims };
  return login;
}

export interface Trip {
  house: TestApp;
  there: IdentityProvider;
  browser?: Browser;
  path?: string;
  /** Stands between the house and the provider. */
  change?: (url: string) => string;
}

/** To the provider and back, up to the address that it sends the browser to. */
export async function away(
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
export async function through(login: string, trip: Trip): Promise<Browser> {
  const { browser, callback } = await away(login, trip);
  await browser.visit(callback);
  return browser;
}
