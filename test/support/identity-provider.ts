import { generateKeyPairSync, type JsonWebKey, type KeyObject } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type ClientMetadata, type Configuration, Provider } from 'oidc-provider';
import { atEndOfFile } from './endings.ts';

/** What the provider says of somebody, beside the subject. */
export type Claims = Record<string, string | boolean>;

/** How it behaves from now on, path by path: as it should, not at all, or as a gateway in front of it that is broken. */
export type Behaviour = 'well' | 'silent' | 'broken' | 'other-keys';

export interface IdentityProvider {
  issuer: string;
  /** By subject, which is what is typed as the login. */
  claims: Record<string, Claims>;
  behaves: (path: string, how: Behaviour) => void;
  /** Sign in on its own pages, as a browser does. @returns where it sends the browser back to */
  signIn: (url: string, login: string) => Promise<string>;
  /** Open an address of it with the browser that signed in last, press what it asks, and return where that ends. */
  open: (url: string) => Promise<string>;
}

interface Options {
  client: Partial<ClientMetadata>;
  /** Where the browser is sent back to begins so. */
  home: string;
  more?: Partial<Configuration>;
}

/** A real provider of OpenID Connect on loopback, which ends with the test file. */
export async function startIdentityProvider({ client, home, more }: Options): Promise<IdentityProvider> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  const claims: Record<string, Claims> = {};
  const provider = new Provider(issuer, {
    clients: [{ client_id: 'frontdoor', grant_types: ['authorization_code'], redirect_uris: [], ...client }],
    pkce: { required: () => true },
    features: { devInteractions: { enabled: true } },
    findAccount: (_context, sub) => ({ accountId: sub, claims: () => ({ sub, ...claims[sub] }) }),
    cookies: { keys: ['a key of the test'] },
    ...more,
  });
  const answer = provider.callback();
  const behaviours = new Map<string, Behaviour>();
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const [path = ''] = (request.url ?? '').split('?');
    const how = behaviours.get(path) ?? 'well';
    if (how === 'well') void answer(request, response);
    else misbehave(response, how);
  });
  atEndOfFile(() => {
    server.closeAllConnections();
    return new Promise((resolve) =>
      server.close(() => {
        resolve();
      }),
    );
  });
  const jar = new Map<string, string>();
  return {
    issuer,
    claims,
    behaves: (path, how) => {
      behaviours.set(path, how);
    },
    signIn: (url, login) => {
      jar.clear();
      return walk(url, { jar, login, home });
    },
    open: (url) => walk(url, { jar, login: '', home }),
  };
}

function misbehave(response: ServerResponse, how: Exclude<Behaviour, 'well'>): void {
  if (how === 'silent') return;
  if (how === 'broken') response.writeHead(502, { 'content-type': 'text/html' }).end('<h1>Bad gateway</h1>');
  else {
    // Its keys as somebody else would publish them: same name, another key.
    const keys = [signingJwk().publicJwk];
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ keys }));
  }
}

const KEY_ID = 'of-the-provider';

/** A key to sign identity tokens with (ES256), and what of it is published. */
export function signingJwk(): { privateJwk: JsonWebKey; publicJwk: JsonWebKey } {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return { privateJwk: jwkOf(privateKey), publicJwk: jwkOf(publicKey) };
}

function jwkOf(key: KeyObject): JsonWebKey {
  return { ...key.export({ format: 'jwk' }), kid: KEY_ID, use: 'sig', alg: 'ES256' };
}

interface Walk {
  jar: Map<string, string>;
  login: string;
  home: string;
}

const MOST_HOPS = 12;

async function walk(url: string, { jar, login, home }: Walk): Promise<string> {
  let next = url;
  let form: URLSearchParams | undefined;
  for (let hop = 0; hop < MOST_HOPS; hop += 1) {
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
    if (location?.startsWith(home)) return location;
    if (location === null) ({ next, form } = filledIn(await reply.text(), next, login));
    else next = new URL(location, next).href;
  }
  throw new Error('the provider never sent the browser back');
}

/** What a person does on a page of the provider: types who they are, agrees, or (as `nobody`) leaves it. */
function filledIn(html: string, page: string, login: string): { next: string; form?: URLSearchParams } {
  const leave = /href="([^"]+\/abort)"/.exec(html)?.[1];
  if (login === 'nobody' && leave) return { next: new URL(leave, page).href };
  const hidden = [...html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)];
  const next = new URL(/action="([^"]+)"/.exec(html)?.[1] ?? '', page).href;
  const typed = { login, password: 'any', logout: 'yes' };
  return {
    next,
    form: new URLSearchParams([...hidden.map(([, name = '', value = '']) => [name, value]), ...Object.entries(typed)]),
  };
}
