import http from 'node:http';
import https from 'node:https';
import { connectTo, type FetchWorld, publicWeb, type TargetRefusal, targetOf } from './guarded-target.ts';

export type FetchRefusal = TargetRefusal | 'too-large' | 'too-slow' | 'too-many-redirects' | 'away';
export type Fetched = { ok: true; bytes: Buffer } | { ok: false; refusal: FetchRefusal };

export interface FetchLimits {
  maxBytes: number;
  /** For all of it, redirects included. */
  maxMilliseconds: number;
}

const MOST_REDIRECTS = 3;

/**
 * Fetch what a stranger named, without ever reaching inside: http and https on their own ports alone, every address of
 * the name public, the connection made to the address that was checked (so that a name cannot change in between), each
 * redirect judged anew. Never called within a request or a transaction.
 */
export async function guardedFetch(
  address: string,
  limits: FetchLimits,
  world: FetchWorld = publicWeb,
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

type Reply = Fetched | { ok: true; location: string };

function get({ url, address }: { url: URL; address: string }, maxBytes: number, signal: AbortSignal): Promise<Reply> {
  const { request } = url.protocol === 'https:' ? https : http;
  return new Promise((done) => {
    const fail = () => {
      done({ ok: false, refusal: signal.aborted ? 'too-slow' : 'away' });
    };
    const asked = request(
      url,
      {
        signal,
        headers: { accept: 'image/*', 'user-agent': 'Frontdoor' },
        ...connectTo(address),
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
