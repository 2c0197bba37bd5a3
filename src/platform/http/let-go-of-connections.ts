import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';

/** A request in hand when the server is told to stop has this long to end. */
const GRACE_MS = 10_000;
const LOOK_AGAIN_MS = 50;

/**
 * Let the server stop while browsers are open. Browsers connect ahead of what they may ask; Node takes a connection that
 * never asked for one that is busy, and waits for it as long as the browser lives. Those are closed at once when the
 * server closes, and after ten seconds whatever else is still open.
 */
export function letGoOfConnections(server: FastifyInstance): void {
  const silent = new Set<Socket>();
  server.server.on('connection', (socket) => {
    silent.add(socket);
    socket.once('close', () => silent.delete(socket));
  });
  server.server.on('request', ({ socket }) => silent.delete(socket));
  server.addHook('preClose', (done) => {
    // A server that only ever answered injected requests has nothing to let go of.
    if (!server.server.listening) {
      done();
      return;
    }
    for (const socket of silent) socket.destroy();
    const answered = setInterval(() => {
      server.server.closeIdleConnections();
    }, LOOK_AGAIN_MS);
    const late = setTimeout(() => {
      server.server.closeAllConnections();
    }, GRACE_MS);
    server.server.once('close', () => {
      clearInterval(answered);
      clearTimeout(late);
    });
    done();
  });
}
