import type { FastifyInstance } from 'fastify';
import { inCouncil } from '#platform/db';
import type { Deps } from '#platform/deps';
import { directoryOf } from '../directory.ts';
import { AccessibilityPage } from './accessibility.page.tsx';
import { CharterPage } from './charter.page.tsx';
import { ContactPage } from './contact.page.tsx';

/** How to reach the council, what it promises, and how its pages can be used. */
export function contactPortal(door: FastifyInstance, { db }: Deps): void {
  const pages = { '/contact': ContactPage, '/charter': CharterPage, '/accessibility': AccessibilityPage };
  for (const [path, Page] of Object.entries(pages)) {
    door.get(path, async (request, reply) => {
      const directory = await inCouncil(db, request.councilId, (tx) => directoryOf(tx, request.council));
      return reply.html(Page({ ...request.publicShell, directory }));
    });
  }
}
