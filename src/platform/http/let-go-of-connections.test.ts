import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import Fastify from 'fastify';
import { expect, test } from 'vitest';
import { letGoOfConnections } from './let-go-of-connections.ts';

test('a browser that has connected and asked nothing does not keep the server from stopping', async () => {
  const server = await aServer();
  const browser = await connected(server);
  const gone = once(browser, 'close');
  await server.close();
  await gone;
  expect(server.server.listening).toBe(false);
});

test('a request in hand is answered before the server stops', async () => {
  const server = await aServer();
  const answer = fetch(`http://127.0.0.1:${String(portOf(server))}/slow`);
  await once(server.server, 'request');
  await server.close();
  expect(await (await answer).text()).toBe('here you are');
});

async function aServer() {
  const server = Fastify({ forceCloseConnections: 'idle' });
  letGoOfConnections(server);
  server.get('/slow', async () => {
    await new Promise((resolve) => setTimeout(resolve, 200));
    return 'here you are';
  });
  await server.listen({ port: 0, host: '127.0.0.1' });
  return server;
}

type Server = Awaited<ReturnType<typeof aServer>>;

const portOf = (server: Server): number => (server.server.address() as AddressInfo).port;

async function connected(server: Server) {
  const arrived = once(server.server, 'connection');
  const socket = connect(portOf(server), '127.0.0.1');
  await arrived;
  return socket;
}
