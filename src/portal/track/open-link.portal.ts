import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { accountOf } from '#modules/accounts';
import { claimCase, opensCase, useCaseLink } from '#modules/cases';
import { inCouncil, type Tx } from '#platform/db';
import type { Deps } from '#platform/deps';
import { limitRate } from '#platform/http/limit-rate';
import { fieldOf, readForm } from '#platform/http/read-form';
import { seeOther } from '#platform/http/request';
import { formToken } from '#platform/http/shell';
import { keepAddressSecret } from '../keep-address-secret.ts';
import { findTracked } from './find-tracked.ts';
import { mayReadAll } from './may-read-all.ts';
import { LinkUsedPage, OpenLinkPage } from './open-link.page.tsx';
import { keepProof } from './proof.ts';

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
      if (await mayReadAll(request, deps, found.id)) return seeOther(reply, `/track/${found.reference}`);
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
      if (await mayReadAll(request, deps, found.id)) return seeOther(reply, path);
      const link = { caseId: found.id, token: request.params.token };
      const isFirst = await inCouncil(deps.db, request.councilId, async (tx) => {
        const isUsed = await useCaseLink(tx, deps.clock, request.councilId, link);
        if (isUsed) await takeIntoAccount(tx, deps, request, found.reference);
        return isUsed;
      });
      if (!isFirst) return linkUsed(request, reply, found.reference);
      keepProof(reply, deps, { id: found.id, path });
      return seeOther(reply, path);
    });
    return Promise.resolve();
  });
}

/** Their mailbox proved it: for somebody who is signed in and asked for it, it goes into their account. */
async function takeIntoAccount(tx: Tx, { clock }: Deps, request: FastifyRequest, reference: string): Promise<void> {
  const account = accountOf(request);
  if (!account || fieldOf(readForm(request), 'account') !== 'yes') return;
  await claimCase(tx, clock, account, { reference, customerId: account.customerId, fact: null });
}

function linkUsed({ publicShell }: FastifyRequest, reply: FastifyReply, reference: string): FastifyReply {
  return reply.code(410).html(LinkUsedPage({ ...publicShell, reference, token: formToken(reply) }));
}
