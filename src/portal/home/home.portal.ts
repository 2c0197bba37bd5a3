import type { FastifyInstance } from 'fastify';
import { inCouncil } from '#platform/db';
import type { Deps } from '#platform/deps';
import { formToken } from '#platform/http/shell';
import { directoryOf } from '../directory.ts';
import { serviceList } from '../service-list.ts';
import { HomePage } from './home.page.tsx';

/** The front door: the question first, then what most people need. */
export function homePortal(door: FastifyInstance, { db, clock }: Deps): void {
  door.get('/', async (request, reply) => {
    const directory = await inCouncil(db, request.councilId, (tx) => directoryOf(tx, request.council));
    const services = serviceList(directory, clock.now());
    return reply.html(HomePage({ ...request.publicShell, directory, services, token: formToken(reply) }));
  });
}
