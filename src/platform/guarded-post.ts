import http from 'node:http';
import https from 'node:https';
import { connectTo, type FetchWorld, type TargetRefusal, targetOf } from './guarded-target.ts';

export interface Post {
  address: string;
  headers: Readonly<Record<string, string>>;
  body: string;
  /** For all of it, from the name to the last byte of the answer. */
  maxMilliseconds: number;
  /** Of the answer; one that is longer is not read. */
  maxBytes: number;
}

export type Posted =
  | {
      ok: true;
      status: number;
      headers: http.IncomingHttpHeaders;
      /** Null where the answer was too long, or broke off. */
      body: string | null;
    }
  | { ok: false; refusal: TargetRefusal | 'too-slow' | 'away' };

/**
 * Send something to an address that a council named, under the same guard as `guardedFetch`. A redirect is an answer like
 * any other and never followed: what is sent is meant for one receiver. Never called within a request or a transaction.
 */
export async function guardedPost(post: Post, world: FetchWorld): Promise<Posted> {
  const target = await targetOf(post.address, world);
  if (!target.ok) return target;
  const signal = AbortSignal.timeout(post.maxMilliseconds);
  const { request } = target.url.protocol === 'https:' ? https : http;
  const options = { method: 'POST', signal, headers: headersOf(post), ...connectTo(target.address) };
  return new Promise((done) => {
    const fail = (): void => {
      done({ ok: false, refusal: signal.aborted ? 'too-slow' : 'away' });
    };
    const asked = request(target.url, options, (reply) => {
      const { statusCode: status = 0, headers } = reply;
      // The status came: what was sent has arrived or not, even where the rest of the answer never comes.
      read(reply, post.maxBytes).then(
        (body) => {
          done({ ok: true, status, headers, body });
        },
        () => {
          done({ ok: true, status, headers, body: null });
        },
      );
    });
    asked.on('error', fail);
    asked.end(post.body);
  });
}

function headersOf({ headers, body }: Post): Record<string, string> {
  return { 'user-agent': 'Frontdoor', ...headers, 'content-length': String(Buffer.byteLength(body)) };
}

async function read(reply: http.IncomingMessage, maxBytes: number): Promise<string | null> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of reply) {
    const bytes = part as Buffer;
    length += bytes.length;
    if (length > maxBytes) return null;
    parts.push(bytes);
  }
  return Buffer.concat(parts).toString('utf8');
}
