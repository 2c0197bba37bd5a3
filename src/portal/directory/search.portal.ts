import type { FastifyInstance } from 'fastify';
import { searchServices } from '#modules/services';
import { inCouncil } from '#platform/db';
import type { Deps } from '#platform/deps';
import { directoryOf } from '../directory.ts';
import { serviceList } from '../service-list.ts';
import { SearchPage } from './search.page.tsx';

const LONGEST = 200;
const MOST_FOUND = 12;

/** A search that understands what people call things. It keeps nothing of what was typed. */
export function searchPortal(door: FastifyInstance, { db, clock }: Deps): void {
  door.get<{ Querystring: { q?: string | string[] } }>('/search', async (request, reply) => {
    const typed = [request.query.q ?? ''].flat().at(-1) ?? '';
    const words = typed
      .replace(/\p{Cc}+/gu, ' ')
      .trim()
      .slice(0, LONGEST);
    const directory = await inCouncil(db, request.councilId, (tx) => directoryOf(tx, request.council));
    const found = searchServices(serviceList(directory, clock.now()), words).slice(0, MOST_FOUND);
    const services = found.map(({ service }) => service);
    return reply.html(SearchPage({ ...request.publicShell, words, services, directory }));
  });
}
