import type { FastifyInstance } from 'fastify';

interface Request {
  method?: string;
  url: string;
  headers?: Record<string, string>;
  cookies?: Record<string, string>;
  payload?: string | Buffer;
}

/** A server that is a process of its own, for a `Browser`: what `inject` does in this process goes over the wire. */
export function overTheWire(url: string): FastifyInstance {
  const inject = async ({ method = 'GET', url: path, headers = {}, cookies = {}, payload }: Request) => {
    const cookie = Object.entries(cookies)
      .map(([name, value]) => `${name}=${value}`)
      .join('; ');
    const reply = await fetch(new URL(path, url), {
      method,
      headers: { ...headers, cookie },
      redirect: 'manual',
      signal: AbortSignal.timeout(10_000),
      ...(payload !== undefined && { body: typeof payload === 'string' ? payload : new Uint8Array(payload) }),
    });
    return {
      statusCode: reply.status,
      headers: Object.fromEntries(reply.headers),
      body: await reply.text(),
      cookies: reply.headers.getSetCookie().map(cookieOf),
    };
  };
  return { inject } as unknown as FastifyInstance;
}

function cookieOf(line: string): { name: string; value: string; maxAge?: number } {
  const [pair = '', ...attributes] = line.split(';').map((part) => part.trim());
  const at = pair.indexOf('=');
  const maxAge = attributes.find((one) => /^max-age=/i.test(one))?.slice('max-age='.length);
  return {
    name: pair.slice(0, at),
    value: pair.slice(at + 1),
    ...(maxAge !== undefined && { maxAge: Number(maxAge) }),
  };
}
