import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { caseView } from '#modules/cases';
import { journey, marksOf } from '#modules/contacts';
import { staffOf } from '#modules/staff';
import { inCouncil, type Tx } from '#platform/db';
import type { Deps } from '#platform/deps';
import { HttpError } from '#platform/http/http-error';
import { readForm } from '#platform/http/read-form';
import { seeOther } from '#platform/http/request';
import { formToken } from '#platform/http/shell';
import type { Errors, Values } from '#ui';
import { oneAct } from '../../doors/act.ts';
import { directoryOf } from '../../portal/directory.ts';
import { CasePage } from './case.page.tsx';
import { askOfCase, endOfCase, markOfCase, noteCase, reopenOfCase } from './case-acts.ts';
import { JourneyPage } from './journey.page.tsx';
import { referenceOf } from './reference.ts';

interface CaseRoute {
  Params: { reference: string };
  Querystring: { ended?: string; costs?: string };
}

const ACTS = { note: noteCase, question: askOfCase, ending: endOfCase, reopening: reopenOfCase, mark: markOfCase };

/** One case on one screen, what can be done with it, and what it has cost. */
export function caseDesk(inside: FastifyInstance, deps: Deps): void {
  inside.get<CaseRoute>('/cases/:reference', async (request, reply) => {
    const meanwhile = request.query.ended === 'meanwhile';
    return reply.html(await page(deps, request, reply, { errors: {}, values: {}, meanwhile }));
  });
  inside.get<CaseRoute>('/cases/:reference/journey', async (request, reply) =>
    reply.html(await journeyPage(deps, request)),
  );
  for (const [path, act] of Object.entries(ACTS)) {
    inside.post<CaseRoute>(`/cases/:reference/${path}`, async (request, reply) => {
      const { reference } = request.params;
      const actor = staffOf(request);
      const outcome = await oneAct(deps, request.councilId, (tx) =>
        act({ tx, deps, actor, reference: referenceOf(reference), form: readForm(request) }),
      );
      if ('to' in outcome) return seeOther(reply, outcome.to);
      return reply.code(422).html(await page(deps, request, reply, { ...outcome, meanwhile: false }));
    });
  }
}

interface State {
  errors: Errors;
  values: Values;
  meanwhile: boolean;
}

function page(deps: Deps, request: FastifyRequest<CaseRoute>, reply: FastifyReply, state: State) {
  const actor = staffOf(request);
  return inCouncil(deps.db, request.councilId, async (tx) => {
    const view = await viewOf(tx, deps, request);
    const directory = await directoryOf(tx, request.council);
    const marks = await marksOf(tx, actor, [view.id]);
    const hidden = formToken(reply);
    return CasePage({ shell: request.deskShell, view, directory, marks, now: deps.clock.now(), hidden, ...state });
  });
}

async function viewOf(tx: Tx, { clock }: Deps, request: FastifyRequest<CaseRoute>) {
  const reference = referenceOf(request.params.reference);
  const found = await caseView(tx, clock, staffOf(request), { case: reference, purpose: 'working a case' });
  if (found.ok) return found.view;
  if (found.refusal === 'not-found') throw new HttpError(404, 'There is no case with that reference. Search for it.');
  throw new HttpError(403, 'Your sign-in does not let you see this case. Ask the team that owns it.');
}

function journeyPage(deps: Deps, request: FastifyRequest<CaseRoute>) {
  return inCouncil(deps.db, request.councilId, async (tx) => {
    const view = await viewOf(tx, deps, request);
    const directory = await directoryOf(tx, request.council);
    const { costSets, profile } = directory.config;
    const chosen = costSets.get(request.query.costs ?? '') ?? costSets.get(profile.settings.costSet);
    if (!chosen) throw new HttpError(404, 'The council has no such set of costs. Choose another.');
    const lines = await journey(tx, request.councilId, view.id, chosen);
    return JourneyPage({ shell: request.deskShell, view, directory, chosen, journey: lines, now: deps.clock.now() });
  });
}
