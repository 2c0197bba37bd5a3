import type { FastifyInstance } from 'fastify';
import { inCouncil } from '#platform/db';
import type { Deps } from '#platform/deps';
import { HttpError } from '#platform/http/http-error';
import { seeOther } from '#platform/http/request';
import { type Directory, directoryOf } from '../directory.ts';
import { insteadOf } from '../offered-now.ts';
import { serviceList } from '../service-list.ts';
import { ServicePage } from './service.page.tsx';
import { ServicesPage } from './services.page.tsx';

/** All that the council does, by topic, and a page for each. */
export function servicesPortal(door: FastifyInstance, { db, clock }: Deps): void {
  const directory = (council: { id: string; revision: number }): Promise<Directory> =>
    inCouncil(db, council.id, (tx) => directoryOf(tx, council));

  door.get('/services', async (request, reply) => {
    const all = await directory(request.council);
    const services = serviceList(all, clock.now());
    return reply.html(ServicesPage({ ...request.publicShell, directory: all, services }));
  });

  door.get<{ Params: { slug: string } }>('/services/:slug', async (request, reply) => {
    const all = await directory(request.council);
    const found = all.catalogue.services.get(request.params.slug);
    if (!found)
      throw new HttpError(404, 'We have no service of that name. Search for what you need, or look at all services.');
    const instead = insteadOf(found.service, all, clock.now());
    if (instead !== null) return seeOther(reply, instead);
    return reply.html(ServicePage({ ...request.publicShell, service: found.service, directory: all }));
  });
}
