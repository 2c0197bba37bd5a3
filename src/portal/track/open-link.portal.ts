import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { opensCase, useCaseLink } from '#modules/cases';
import { inCouncil } from '#platform/db';
import type { Deps } from '#platform/deps';
import { limitRate } from '#platform/http/limit-rate';
import { seeOther } from '#platform/http/request';
import { formToken } from '#platform/http/shell';
import { keepAddressSecret } from '../keep-address-secret.ts';
import { findTracked } from './find-tracked.ts';
import { LinkUsedPage, OpenLinkPage } from './open-link.page.tsx';
import { isProven, keepProof } from './proof.ts';

interface LinkRoute {
  Params: { reference: string; token: string };
}

const PATH = '/track/:reference/open/:token';

/**
 * The link in a message to whoever reported: their mailbox is the second fact, once. A press uses it up, not opening it,
 * since mail scanners open every link. Used or too old, it leads to the ways that need no link.
 */
export function openLinkPortal(door: FastifyInstance, deps: Deps): void {
  const limit = { preHandler: limitRate(deps, { name: 'track-open', limit: 60, windowSeconds: 600 }) };
  door.register((links) => {
    keepAddressSecret(links);

    links.get<LinkRoute>(PATH, limit, async (request, reply) => {
      const found = await findTracked(deps, request);
      if (isProven(request, deps, found.id)) return seeOther(reply, `/track/${found.reference}`);
      const link = { caseId: found.id, token: request.params.token };
      const opens = await inCouncil(deps.db, request.councilId, (tx) =>
        opensCase(tx, deps.clock, request.councilId, link),
      );
      if (!opens) return linkUsed(request, reply, found.reference);
      const { reference, title } = found;
      const action = `/track/${reference}/open/${link.token}`;
      return reply.html(OpenLinkPage({ ...request.publicShell, reference, title, action, token: formToken(reply) }));
    });

    links.post<LinkRoute>(PATH, limit, async (request, reply) => {
      const found = await findTracked(deps, request);
      const path = `/track/${found.reference}`;
      if (isProven(request, deps, found.id)) return seeOther(reply, path);
      const link = { caseId: found.id, token: request.params.token };
      const isFirst = await inCouncil(deps.db, request.councilId, (tx) =>
        useCaseLink(tx, deps.clock, request.councilId, link),
      );
      if (!isFirst) return linkUsed(request, reply, found.reference);
      keepProof(reply, deps, { id: found.id, path });
      return seeOther(reply, path);
    });
    return Promise.resolve();
  });
}

function linkUsed({ publicShell }: FastifyRequest, reply: FastifyReply, reference: string): FastifyReply {
  return reply.code(410).html(LinkUsedPage({ ...publicShell, reference, token: formToken(reply) }));
}
