import { lookup as resolve } from 'node:dns/promises';
import type { RequestOptions } from 'node:http';
import { isIP } from 'node:net';
import { isPublicAddress } from './public-address.ts';

/** The outside world, for tests: names, and which addresses and ports may be reached. */
export interface FetchWorld {
  resolve: (host: string) => Promise<string[]>;
  mayReach: (address: string, port: number) => boolean;
}

export type TargetRefusal = 'not-a-web-address' | 'not-public' | 'not-found';
export type Target = { ok: true; url: URL; address: string } | { ok: false; refusal: TargetRefusal };

const HTTPS = 443;
const WEB_PORTS = [80, HTTPS];

const resolveName = async (host: string): Promise<string[]> =>
  (await resolve(host, { all: true })).map(({ address }) => address);

/** The public internet on the ports of the web, and nothing inside. */
export const publicWeb: FetchWorld = {
  resolve: resolveName,
  mayReach: (address, port) => isPublicAddress(address) && WEB_PORTS.includes(port),
};

/**
 * For what concerns people: the public internet by https alone, and the networks that the operator named. There every
 * port, since a council's own systems stand on any.
 */
export function secureWebAnd(networks: { check: (address: string, family: 'ipv4' | 'ipv6') => boolean }): FetchWorld {
  const isNamed = (address: string): boolean => networks.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
  const isSecure = (address: string, port: number): boolean => isPublicAddress(address) && port === HTTPS;
  return { resolve: resolveName, mayReach: (address, port) => isNamed(address) || isSecure(address, port) };
}

/** The one address that may be asked, after every address of the name was judged. */
export async function targetOf(text: string, world: FetchWorld): Promise<Target> {
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

/** The name was resolved and judged before: the connection goes to that address, whatever the name says now. */
export function connectTo(address: string): Required<Pick<RequestOptions, 'lookup'>> & { agent: false } {
  const family = isIP(address);
  return {
    agent: false,
    lookup: (_host, options, found) => {
      if (options.all) found(null, [{ address, family }]);
      else found(null, address, family);
    },
  };
}
