import type { FastifyInstance } from 'fastify';
import { ACCOUNT_COOKIE, enterByStaffLink, finishByLink, opensEntry, registrationOfLink } from '#modules/accounts';
import { inCouncil } from '#platform/db';
import type { Deps } from '#platform/deps';
import { limitRate } from '#platform/http/limit-rate';
import { formToken } from '#platform/http/shell';
import { keepAddressSecret } from '../keep-address-secret.ts';
import { CodeLinkEndedPage, CodeLinkPage } from './code-link.page.tsx';
import { letIn } from './sign-in.portal.ts';

interface LinkRoute {
  Params: { token: string };
}

/** Links that lead in: to a registration that was left, and the one that staff send. A press uses them up, not opening them. */
export function goOnPortal(door: FastifyInstance, deps: Deps): void {
  const limit = { preHandler: limitRate(deps, { name: 'account-open', limit: 60, windowSeconds: 600 }) };
  door.register((links) => {
    keepAddressSecret(links);
    for (const { path, opens, enter } of [REGISTRATION, ENTRY]) {
      links.get<LinkRoute>(`${path}/:token`, limit, async (request, reply) => {
        const { councilId, params, publicShell } = request;
        const isGood = await inCouncil(deps.db, councilId, (tx) =>
          opens(tx, deps.clock, { councilId, token: params.token }),
        );
        if (!isGood) return reply.code(410).html(CodeLinkEndedPage(publicShell));
        const action = `${path}/${params.token}`;
        return reply.html(CodeLinkPage({ ...publicShell, action, token: formToken(reply) }));
      });
      links.post<LinkRoute>(`${path}/:token`, limit, async (request, reply) => {
        const { councilId, params, publicShell } = request;
        const link = { councilId, token: params.token, oldToken: request.cookies[ACCOUNT_COOKIE] };
        const begun = await inCouncil(deps.db, councilId, (tx) => enter(tx, deps.clock, link));
        return begun ? letIn(deps, reply, begun, '/account') : reply.code(410).html(CodeLinkEndedPage(publicShell));
      });
    }
    return Promise.resolve();
  });
}

const REGISTRATION = {
  path: '/account/register/go-on',
  opens: async (...asked: Parameters<typeof registrationOfLink>) => (await registrationOfLink(...asked)) !== undefined,
  enter: finishByLink,
};
const ENTRY = { path: '/account/let-in', opens: opensEntry, enter: enterByStaffLink };
