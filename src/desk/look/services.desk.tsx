import type { FastifyInstance } from 'fastify';
import { english } from '#modules/councils';
import { searchServices } from '#modules/services';
import { inCouncil } from '#platform/db';
import type { Deps } from '#platform/deps';
import { HttpError } from '#platform/http/http-error';
import { directoryOf } from '../../portal/directory.ts';
import { serviceList } from '../../portal/service-list.ts';
import { ServicePage, ServicesPage } from './services.page.tsx';

interface ServicesRoute {
  Params: { slug: string };
  Querystring: { q?: string };
}

/** The directory as advisers need it: what a service is, what to say, who owns it, what not to promise. */
export function servicesDesk(inside: FastifyInstance, { db, clock }: Deps): void {
  inside.get<ServicesRoute>('/services', async (request, reply) => {
    const directory = await inCouncil(db, request.councilId, (tx) => directoryOf(tx, request.council));
    const all = serviceList(directory, clock.now());
    const typed = request.query.q ?? '';
    const byName = [...all].sort((a, b) => english(a.name).localeCompare(english(b.name)));
    const found = typed.trim() === '' ? byName : searchServices(all, typed).map(({ service }) => service);
    return reply.html(<ServicesPage shell={request.deskShell} typed={typed} found={found} />);
  });
  inside.get<ServicesRoute>('/services/:slug', async (request, reply) => {
    const directory = await inCouncil(db, request.councilId, (tx) => directoryOf(tx, request.council));
    const found = directory.catalogue.services.get(request.params.slug);
    if (!found) throw new HttpError(404, 'The council offers no such service. Search the directory.');
    return reply.html(<ServicePage shell={request.deskShell} directory={directory} now={clock.now()} {...found} />);
  });
}
