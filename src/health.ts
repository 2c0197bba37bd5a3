import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Registry } from 'prom-client';
import type { Deps } from '#platform/deps';

/** For whoever runs the service: alive, ready (the database answers), and figures in Prometheus' form. */
export function health(server: FastifyInstance, { db }: Deps): void {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  server.get('/healthz', (_request, reply) => reply.header('cache-control', 'no-store').send({ status: 'ok' }));
  server.get('/readyz', async (_request, reply) => {
    await db.pool.query('select 1');
    return reply.header('cache-control', 'no-store').send({ status: 'ready' });
  });
  server.get('/metrics', async (_request, reply) => reply.type(registry.contentType).send(await registry.metrics()));
}
