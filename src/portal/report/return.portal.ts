import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { returnToDraft, savedForm } from '#modules/forms';
import { currentService, isTransaction } from '#modules/services';
import { inCouncil } from '#platform/db';
import type { Deps } from '#platform/deps';
import { limitRate } from '#platform/http/limit-rate';
import { fieldOf, readForm } from '#platform/http/read-form';
import { seeOther } from '#platform/http/request';
import { formToken } from '#platform/http/shell';
import { keepAddressSecret } from '../keep-address-secret.ts';
import { keepReport } from './report-cookie.ts';
import { reportPaths, wayOf } from './report-paths.ts';
import { AlreadySentPage, NoWayBackPage, ReturnPage } from './return.page.tsx';

interface ReturnRoute {
  Params: { token: string };
}

const WRONG_ADDRESS = 'That is not the email address that the link was sent to. Check each letter';

/** The way back to a saved form. The link is one half; the address that it was sent to is the other. */
export function returnPortal(door: FastifyInstance, deps: Deps): void {
  const limit = limitRate(deps, { name: 'return-to-form', limit: 20, windowSeconds: 3600 });
  door.register((links) => {
    keepAddressSecret(links);
    links.get<ReturnRoute>('/return/:token', { preHandler: limit }, (request, reply) => show(deps, request, reply));
    links.post<ReturnRoute>('/return/:token', { preHandler: limit }, (request, reply) => goBack(deps, request, reply));
    return Promise.resolve();
  });
}

async function show(deps: Deps, request: FastifyRequest<ReturnRoute>, reply: FastifyReply): Promise<FastifyReply> {
  const { councilId, params, publicShell } = request;
  const saved = await inCouncil(deps.db, councilId, (tx) => savedForm(tx, deps.clock, councilId, params.token));
  if (!saved.found) return reply.code(404).html(NoWayBackPage(publicShell));
  if (saved.isSent) return reply.html(AlreadySentPage(publicShell));
  return reply.html(ReturnPage({ ...publicShell, token: formToken(reply), email: '' }));
}

async function goBack(deps: Deps, request: FastifyRequest<ReturnRoute>, reply: FastifyReply): Promise<FastifyReply> {
  const { councilId, params, publicShell } = request;
  const email = fieldOf(readForm(request), 'email');
  const result = await inCouncil(deps.db, councilId, async (tx) => {
    const saved = await savedForm(tx, deps.clock, councilId, params.token);
    if (!saved.found || saved.isSent) return saved;
    const secret = await returnToDraft(tx, deps.clock, councilId, { token: params.token, email });
    const service = (await currentService(tx, councilId, saved.serviceSlug))?.service;
    const paths =
      service && isTransaction(service) ? reportPaths({ slug: service.slug, way: wayOf(service) }) : undefined;
    return { ...saved, secret, paths };
  });
  if (!result.found) return reply.code(404).html(NoWayBackPage(publicShell));
  if (!('secret' in result)) return reply.html(AlreadySentPage(publicShell));
  if (!result.paths) return reply.code(404).html(NoWayBackPage(publicShell));
  if (result.secret === null) {
    const page = ReturnPage({ ...publicShell, token: formToken(reply), email, error: WRONG_ADDRESS });
    return reply.code(422).html(page);
  }
  keepReport(reply, deps, result.paths, result.secret);
  return seeOther(reply, result.paths.goOn);
}
