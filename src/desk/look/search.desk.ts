import type { FastifyInstance } from 'fastify';
import { searchCases } from '#modules/cases';
import { councilConfig } from '#modules/councils';
import { findCustomers, keepSearch, keptSearch, mayUseCustomers } from '#modules/customers';
import { staffOf } from '#modules/staff';
import { inCouncil } from '#platform/db';
import type { Deps } from '#platform/deps';
import { fieldOf, readForm } from '#platform/http/read-form';
import { seeOther } from '#platform/http/request';
import { formToken } from '#platform/http/shell';
import { SearchPage } from './search.page.tsx';

interface SearchRoute {
  Querystring: { find?: string };
}

/** Search everything: cases by reference, place and words; people by whatever they say. The words never stand in an address. */
export function searchDesk(inside: FastifyInstance, { db, clock }: Deps): void {
  for (const path of ['/search', '/customers'] as const) {
    inside.post(path, async (request, reply) => {
      const typed = fieldOf(readForm(request), 'q').trim();
      if (typed === '') return seeOther(reply, `/desk${path}`);
      const id = await inCouncil(db, request.councilId, (tx) => keepSearch(tx, clock, staffOf(request), typed));
      return seeOther(reply, `/desk${path}?find=${id}`);
    });
    inside.get<SearchRoute>(path, async (request, reply) => {
      const actor = staffOf(request);
      const page = await inCouncil(db, request.councilId, async (tx) => {
        const typed = await keptSearch(tx, clock, actor, request.query.find ?? '');
        const [people, cases, { profile }] = await Promise.all([
          typed !== null && mayUseCustomers(actor)
            ? findCustomers(tx, clock, actor, { typed, purpose: 'searching at the desk' })
            : null,
          typed !== null && path === '/search' ? searchCases(tx, actor, typed) : null,
          councilConfig(tx, request.councilId, request.council.revision),
        ]);
        return SearchPage({
          shell: request.deskShell,
          path: `/desk${path}`,
          title: path === '/search' ? 'Search everything' : 'Customers',
          typed,
          cases,
          people: people?.ok ? people.found : [],
          zone: profile.zone,
          now: clock.now(),
          hidden: formToken(reply),
        });
      });
      return reply.html(page);
    });
  }
}
