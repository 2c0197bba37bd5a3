import type { FastifyInstance } from 'fastify';
import { inCouncil } from '#platform/db';
import type { Deps } from '#platform/deps';
import { HttpError } from '#platform/http/http-error';
import { type Directory, directoryOf } from '../directory.ts';
import { ServicePage } from './service.page.tsx';
import { ServicesPage } from './services.page.tsx';

/** All that the council does, by topic, and a page for each. */
export function servicesPortal(door: FastifyInstance, { db }: Deps): void {
  const directory = (council: { id: string; revision: number }): Promise<Directory> =>
    inCouncil(db, council.id, (tx) => directoryOf(tx, council));

  door.get('/services', async (request, reply) =>
    reply.html(ServicesPage({ ...request.publicShell, directory: await directory(request.council) })),
  );

  door.get<{ Params: { slug: string } }>('/services/:slug', async (request, reply) => {
    const all = await directory(request.council);
    const found = all.catalogue.services.get(request.params.slug);
    if (!found)
      throw new HttpError(404, 'We have no service of that name. Search for what you need, or look at all services.');
    return reply.html(ServicePage({ ...request.publicShell, service: found.service, directory: all }));
  });
}
