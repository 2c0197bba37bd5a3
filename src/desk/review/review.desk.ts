import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { casesToReview } from '#modules/cases';
import { may, staffOf } from '#modules/staff';
import { inCouncil, type Tx } from '#platform/db';
import type { Deps } from '#platform/deps';
import { HttpError } from '#platform/http/http-error';
import { readForm } from '#platform/http/read-form';
import { seeOther } from '#platform/http/request';
import { formToken } from '#platform/http/shell';
import { oneAct } from '../../doors/act.ts';
import { directoryOf } from '../../portal/directory.ts';
import { decide, readDecision } from './decide.ts';
import { NOT_ALLOWED, oneToReview, type ReviewRoute } from './one-to-review.ts';
import { ReviewPage, type ReviewState } from './review.page.tsx';

/** Text and photos of public reports that a person looks at before everybody may. */
export function reviewDesk(inside: FastifyInstance, deps: Deps): void {
  inside.get('/review', async (request, reply) => {
    if (!may(staffOf(request), 'review-public-text')) throw new HttpError(403, NOT_ALLOWED);
    return reply.html(await listPage(deps, request, reply));
  });
  inside.get<ReviewRoute>('/review/:reference', async (request, reply) =>
    reply.html(await onePage(deps, request, reply)),
  );
  inside.post<ReviewRoute>('/review/:reference', async (request, reply) => {
    const decision = readDecision(readForm(request));
    const outcome = await oneAct(deps, request.councilId, async (tx) =>
      decide(tx, deps.clock, staffOf(request), { one: await oneToReview(tx, request), decision }),
    );
    if ('to' in outcome) return seeOther(reply, outcome.to);
    const state = { errors: outcome.errors, text: decision.text, show: decision.show };
    return reply.code(422).html(await onePage(deps, request, reply, state));
  });
}

function listPage(deps: Deps, request: FastifyRequest, reply: FastifyReply) {
  return inCouncil(deps.db, request.councilId, async (tx) => {
    const cases = await casesToReview(tx, staffOf(request));
    return ReviewPage({ ...(await frameOf(tx, deps, request, reply)), cases, isList: true });
  });
}

function onePage(deps: Deps, request: FastifyRequest<ReviewRoute>, reply: FastifyReply, state?: ReviewState) {
  return inCouncil(deps.db, request.councilId, async (tx) => {
    const cases = [await oneToReview(tx, request)];
    return ReviewPage({ ...(await frameOf(tx, deps, request, reply)), cases, isList: false, state });
  });
}

async function frameOf(tx: Tx, { clock }: Deps, request: FastifyRequest, reply: FastifyReply) {
  const { config } = await directoryOf(tx, request.council);
  return { shell: request.deskShell, hidden: formToken(reply), zone: config.profile.zone, now: clock.now() };
}
