import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { guardedFetch } from './guarded-fetch.ts';
import type { FetchWorld } from './guarded-target.ts';
import { isPublicAddress } from './public-address.ts';

const LIMITS = { maxBytes: 1_000, maxMilliseconds: 2_000 };

let server: Server;
let at: string;
let asked: string[];

beforeAll(async () => {
  server = createServer((request, reply) => {
    asked.push(request.url ?? '');
    if (request.url === '/inside') reply.writeHead(302, { location: 'http://127.0.0.2/latest/meta-data' }).end();
    else if (request.url === '/again') reply.writeHead(302, { location: '/again' }).end();
    else if (request.url === '/moved') reply.writeHead(301, { location: '/photo' }).end();
    else if (request.url === '/long') reply.end('x'.repeat(2_000));
    else if (request.url === '/slow') reply.write('x');
    else if (request.url === '/photo') reply.end('a photo');
    else reply.writeHead(404).end();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  at = `http://photos.example:${(server.address() as AddressInfo).port}`;
  asked = [];
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** A world in which 127.0.0.1 is the one public address. */
const world: FetchWorld = {
  resolve: (host) => Promise.resolve(host === 'photos.example' ? ['127.0.0.1'] : ['127.0.0.2']),
  mayReach: (address) => address === '127.0.0.1',
};

describe('what a stranger names', () => {
  test('is fetched from the address that was judged, also after a redirect', async () => {
    const fetched = await guardedFetch(`${at}/moved`, LIMITS, world);

    expect(fetched).toEqual({ ok: true, bytes: Buffer.from('a photo') });
  });

  test.each([
    ['/inside', 'not-public'],
    ['/again', 'too-many-redirects'],
    ['/long', 'too-large'],
    ['/gone', 'not-found'],
  ])('is given up at %s: %s', async (path, refusal) => {
    expect(await guardedFetch(at + path, LIMITS, world)).toEqual({ ok: false, refusal });
  });

  test('is given up when it takes too long', async () => {
    const limits = { ...LIMITS, maxMilliseconds: 200 };

    expect(await guardedFetch(`${at}/slow`, limits, world)).toEqual({ ok: false, refusal: 'too-slow' });
  });

  test.each([
    'http://127.0.0.1/',
    'http://2130706433/',
    'http://0x7f000001/',
    'http://0177.0.0.1/',
    'http://127.1/',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[::ffff:a9fe:a9fe]/',
    'http://169.254.169.254/latest/meta-data/',
    'http://10.0.0.1/',
    'http://[fd00::1]/',
    'http://[fe80::1]/',
    'http://[64:ff9b::7f00:1]/',
    'http://0.0.0.0/',
    'http://localhost/',
    'http://93.184.215.14:22/',
  ])('never reaches inside: %s', async (address) => {
    expect(await guardedFetch(address, LIMITS)).toEqual({ ok: false, refusal: 'not-public' });
  });

  test('is not reached when one of the addresses of its name lies inside', async () => {
    const two: FetchWorld = {
      resolve: () => Promise.resolve(['93.184.215.14', '127.0.0.1']),
      mayReach: (address) => isPublicAddress(address),
    };

    expect(await guardedFetch('http://rebind.example/', LIMITS, two)).toEqual({ ok: false, refusal: 'not-public' });
  });

  test.each([
    'file:///etc/passwd',
    'ftp://photos.example/',
    'gopher://x',
    'http://a:b@photos.example/',
    'photo.jpg',
    '',
  ])('is not a web address: %s', async (address) => {
    expect(await guardedFetch(address, LIMITS, world)).toEqual({ ok: false, refusal: 'not-a-web-address' });
  });
});

test.each(['1.1.1.1', '2606:4700::1111', '172.15.0.1'])('%s is public', (address) => {
  expect(isPublicAddress(address)).toBe(true);
});
