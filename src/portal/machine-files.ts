import type { FastifyInstance } from 'fastify';
import { inCouncil } from '#platform/db';
import type { Deps } from '#platform/deps';
import { seeOther } from '#platform/http/request';
import { assetUrl } from '#ui';
import { directoryOf } from './directory.ts';
import { serviceList } from './service-list.ts';

/** What search engines and browsers ask for by themselves. */
export function machineFiles(door: FastifyInstance, { db, clock, publicUrl }: Deps): void {
  door.get('/robots.txt', (_request, reply) =>
    reply
      .type('text/plain; charset=utf-8')
      .send(
        [
          'User-agent: *',
          'Disallow: /desk',
          'Disallow: /track',
          'Disallow: /partner',
          'Disallow: /follow',
          'Disallow: /services/*/report',
          'Disallow: /services/*/apply',
          `Sitemap: ${publicUrl}/sitemap.xml`,
          '',
        ].join('\n'),
      ),
  );

  door.get('/favicon.ico', (_request, reply) => seeOther(reply, assetUrl('icon.svg')));

  door.get('/sitemap.xml', async (request, reply) => {
    const directory = await inCouncil(db, request.councilId, (tx) => directoryOf(tx, request.council));
    const services = serviceList(directory, clock.now()).map(({ slug }) => `/services/${slug}`);
    const urls = ['/', '/services', '/contact', '/charter', '/performance', '/accessibility', ...services];
    const entries = urls.map((path) => `<url><loc>${publicUrl}${path}</loc></url>`).join('');
    return reply
      .type('application/xml; charset=utf-8')
      .send(
        `<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${entries}</urlset>`,
      );
  });
}
