import type { FastifyInstance, FastifyReply } from 'fastify';
import type { VNode } from 'preact';
import { renderPage } from '#ui';

/** Let every door answer with a page. Pages of people are kept by no browser and no proxy. */
export function html(server: FastifyInstance): void {
  server.decorateReply('html', function (this: FastifyReply, page: VNode) {
    if (!this.hasHeader('cache-control')) this.header('cache-control', 'no-store');
    // The same that the page says of itself in `<html lang>`.
    this.header('content-language', languageOf(page));
    return this.type('text/html; charset=utf-8').send(renderPage(page));
  });
}

function languageOf({ props }: VNode<object>): string {
  return 'lang' in props && typeof props.lang === 'string' ? props.lang : 'en';
}
