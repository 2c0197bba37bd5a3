import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import { isDatabaseAway } from '#platform/db';
import type { Deps } from '#platform/deps';
import { livingWorkers, queueLength } from '#platform/worker-presence';

/**
 * For whoever runs the service: alive; ready, with how many workers live in all processes together (nobody works the
 * queue at 0); and figures in Prometheus' form.
 */
export function health(server: FastifyInstance, deps: Deps): void {
  const registry = figures(deps);
  server.get('/healthz', (_request, reply) => reply.header('cache-control', 'no-store').send({ status: 'ok' }));
  server.get('/readyz', async (_request, reply) => {
    reply.header('cache-control', 'no-store');
    try {
      return await reply.send({ status: 'ready', workers: await livingWorkers(deps) });
    } catch (error) {
      if (!isDatabaseAway(error)) throw error;
      return reply.code(503).header('retry-after', '5').send({ status: 'the database is away' });
    }
  });
  server.get('/metrics', async (_request, reply) => reply.type(registry.contentType).send(await registry.metrics()));
}

function figures(deps: Deps): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  // While the database is away the figures of the process are still wanted, so these two are not a number then.
  const workers: Gauge = new Gauge({
    name: 'frontdoor_workers',
    help: 'Workers that live, in all processes together',
    registers: [registry],
    collect: async () => {
      workers.set(await livingWorkers(deps).catch(() => Number.NaN));
    },
  });
  const tasks: Gauge = new Gauge({
    name: 'frontdoor_tasks',
    help: 'Tasks of the queue that are due, and those that failed as often as they may',
    labelNames: ['state'],
    registers: [registry],
    collect: async () => {
      const { due, givenUp } = await queueLength(deps).catch(() => ({ due: Number.NaN, givenUp: Number.NaN }));
      tasks.set({ state: 'due' }, due);
      tasks.set({ state: 'given-up' }, givenUp);
    },
  });
  return registry;
}
