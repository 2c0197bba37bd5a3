import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/** Built styles, scripts and fonts. Their names carry a hash of their content, so a browser may keep them for ever. */
export async function assets(server: FastifyInstance): Promise<void> {
  const root = resolve('dist/public');
  if (!existsSync(root)) return;
  await server.register(fastifyStatic, {
    root,
    prefix: '/assets/',
    immutable: true,
    maxAge: '365d',
    index: false,
    decorateReply: false,
    preCompressed: true,
  });
}
