import { lookup as resolve } from 'node:dns/promises';
import http from 'node:http';
import https from 'node:https';
import { isIP } from 'node:net';
import { isPublicAddress } from './public-address.ts';

export type FetchRefusal =
  | 'not-a-web-address'
  | 'not-public'
  | 'not-found'
  | 'too-large'
  | 'too-slow'
  | 'too-many-redirects'
  | 'away';
export type Fetched = { ok: true; bytes: Buffer } | { ok: false; refusal: FetchRefusal };

export interface FetchLimits {
  maxBytes: number;
  /** For all of it, redirects included. */
  maxMilliseconds: number;
}

/** The outside world, for tests: names, and which addresses and ports may be reached. */
export interface FetchWorld {
  resolve: (host: string) => Promise<string[]>;
  mayReach: (address: string, port: number) => boolean;
}

const WEB_PORTS = [80, 443];
const MOST_REDIRECTS = 3;

const outside: FetchWorld = {
  resolve: async (host) => (await resolve(host, { all: true })).map(({ address }) => address),
  mayReach: (address, port) => isPublicAddress(address) && WEB_PORTS.includes(port),
};

/**
 * Fetch what a stranger named, without ever reaching inside: http and https on their own ports alone, every address of
 * the name public, the connection made to the address that was checked (so that a name cannot change in between), each
 * redirect judged anew. Never called within a request or a transaction.
 */
export async function guardedFetch(
  address: string,
  limits: FetchLimits,
  world: FetchWorld = outside,
): Promise<Fetched> {
  const signal = AbortSignal.timeout(limits.maxMilliseconds);
  let next = address;
  for (let hops = 0; hops <= MOST_REDIRECTS; hops += 1) {
    const target = await targetOf(next, world);
    if (!target.ok) return target;
    const reply = await get(target, limits.maxBytes, signal);
    if (!reply.ok || !('location' in reply)) return reply;
    next = new URL(reply.location, target.url).href;
  }
  return { ok: false, refusal: 'too-many-redirects' };
}

type Target = { ok: true; url: URL; address: string } | { ok: false; refusal: FetchRefusal };

/** The one address that may be asked, after every address of the name was judged. */
async function targetOf(text: string, world: FetchWorld): Promise<Target> {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '')
    return { ok: false, refusal: 'not-a-web-address' };
  // A URL writes 2130706433 and 0x7f.1 as 127.0.0.1 before anybody looks at it.
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const addresses = isIP(host) ? [host] : await world.resolve(host).catch(() => []);
  const port = Number(url.port) || (url.protocol === 'https:' ? 443 : 80);
  const [first] = addresses;
  if (first === undefined) return { ok: false, refusal: 'not-found' };
  if (!addresses.every((one) => world.mayReach(one, port))) return { ok: false, refusal: 'not-public' };
  return { ok: true, url, address: first };
}

type Reply = Fetched | { ok: true; location: string };

function get({ url, address }: { url: URL; address: string }, maxBytes: number, signal: AbortSignal): Promise<Reply> {
  const { request } = url.protocol === 'https:' ? https : http;
  const family = isIP(address);
  return new Promise((done) => {
    const fail = () => {
      done({ ok: false, refusal: signal.aborted ? 'too-slow' : 'away' });
    };
    const asked = request(
      url,
      {
        signal,
        agent: false,
        headers: { accept: 'image/*', 'user-agent': 'Frontdoor' },
        // The name was resolved and judged above: the connection goes to that address, whatever the name says now.
        lookup: (_host, options, found) => {
          if (options.all) found(null, [{ address, family }]);
          else found(null, address, family);
        },
      },
      (reply) => {
        const { statusCode = 0 } = reply;
        const { location } = reply.headers;
        if (statusCode === 200) read(reply, maxBytes).then(done, fail);
        else {
          reply.destroy();
          const moved = statusCode >= 301 && statusCode <= 308 && location !== undefined;
          done(moved ? { ok: true, location } : { ok: false, refusal: 'not-found' });
        }
      },
    );
    asked.on('error', fail);
    asked.end();
  });
}

async function read(reply: http.IncomingMessage, maxBytes: number): Promise<Fetched> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of reply) {
    const bytes = part as Buffer;
    length += bytes.length;
    if (length > maxBytes) return { ok: false, refusal: 'too-large' };
    parts.push(bytes);
  }
  return { ok: true, bytes: Buffer.concat(parts) };
}
