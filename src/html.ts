import type { FastifyInstance, FastifyReply } from 'fastify';
import type { VNode } from 'preact';
import { renderPage } from '#ui';

/** Let every door answer with a page. Pages of people are kept by no browser and no proxy. */
export function html(server: FastifyInstance): void {
  server.decorateReply('html', function (this: FastifyReply, page: VNode) {
    if (!this.hasHeader('cache-control')) this.header('cache-control', 'no-store');
    return this.type('text/html; charset=utf-8').send(renderPage(page));
  });
}
