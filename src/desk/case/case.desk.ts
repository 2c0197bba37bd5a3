import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { awardsOf } from '#modules/awards';
import { type CaseView, caseView, mayDecide, mayWorkCases, todayOf } from '#modules/cases';
import { journey, marksOf } from '#modules/contacts';
import { decisionsOf } from '#modules/decisions';
import { fileForReader } from '#modules/documents';
import { evidenceOf } from '#modules/evidence';
import { whoFilledIn } from '#modules/forms';
import { handOversOfCase } from '#modules/handovers';
import { may, type StaffActor, staffOf, staffWhoMay, teamList } from '#modules/staff';
import { inCouncil, type Tx } from '#platform/db';
import type { Deps } from '#platform/deps';
import { HttpError } from '#platform/http/http-error';
import { readForm } from '#platform/http/read-form';
import { seeOther } from '#platform/http/request';
import { formToken } from '#platform/http/shell';
import type { Errors, Values } from '#ui';
import { oneAct } from '../../doors/act.ts';
import { openedFile } from '../../doors/opened-file.ts';
import { directoryOf } from '../../portal/directory.ts';
import { OWN_RECORD } from '../look/own-record.ts';
import { answerToDecide } from './answer-to-decide.ts';
import { assignOfCase } from './assign-of-case.ts';
import { CasePage } from './case.page.tsx';
import { askOfCase, endOfCase, markOfCase, noteCase, reopenOfCase } from './case-acts.ts';
import type { CaseOffers } from './case-page-props.ts';
import { decideCase, settleDecision } from './decision-acts.ts';
import { askMoreOfCase, evidenceOfCase } from './evidence-acts.ts';
import { handOverOfCase } from './hand-over-of-case.ts';
import { JourneyPage } from './journey.page.tsx';
import { knownOfPlace } from './known-of-place.ts';
import { moveOfCase } from './move-of-case.ts';
import { newDateOfCase } from './new-date-of-case.ts';
import { referenceOf } from './reference.ts';

interface CaseRoute {
  Params: { reference: string };
  Querystring: { ended?: string; costs?: string };
}

interface FileRoute {
  Params: { reference: string; file: string };
}

const ACTS = {
  note: noteCase,
  owner: assignOfCase,
  question: askOfCase,
  service: moveOfCase,
  due: newDateOfCase,
  ending: endOfCase,
  reopening: reopenOfCase,
  mark: markOfCase,
  decision: decideCase,
  second: settleDecision,
  evidence: evidenceOfCase,
  'more-evidence': askMoreOfCase,
  'hand-over': handOverOfCase,
};

/** One case on one screen, what can be done with it, and what it has cost. */
export function caseDesk(inside: FastifyInstance, deps: Deps): void {
  inside.get<CaseRoute>('/cases/:reference', async (request, reply) => {
    const meanwhile = request.query.ended === 'meanwhile';
    return reply.html(await page(deps, request, reply, { errors: {}, values: {}, meanwhile }));
  });
  inside.get<CaseRoute>('/cases/:reference/journey', async (request, reply) =>
    reply.html(await journeyPage(deps, request)),
  );
  inside.get<FileRoute>('/cases/:reference/files/:file', async (request, reply) => {
    const actor = staffOf(request);
    const view = await inCouncil(deps.db, request.councilId, (tx) => viewOf(tx, deps, request));
    const link = view.files.find(({ id }) => id === request.params.file);
    const shown = { fileId: link?.id ?? '', shownSubjectIds: [link?.subjectId ?? ''], purpose: PURPOSE };
    const file = link && (await fileForReader(deps, actor, shown));
    const opened = openedFile(file, 'That file is not here. Go back to the case.');
    return reply.header('cache-control', 'no-store').type(opened.mediaType).send(opened.bytes);
  });
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
    const offers = offersFor(actor, view);
    const [marks, handOvers, evidence, decisions, filledIn, known, people, teams] = await Promise.all([
      marksOf(tx, actor, [view.id], request.council.revision),
      handOversOfCase(tx, request.councilId, view.id),
      evidenceOf(tx, deps.clock, { councilId: request.councilId, caseId: view.id }),
      decisionsOf(tx, decidedCase(request.councilId, view)),
      whoFilledIn(tx, request.councilId, view.id),
      knownOfPlace(tx, deps, actor, { view, directory }),
      offers.give ? staffWhoMay(tx, actor.councilId, 'work-cases') : [],
      offers.work ? teamList(tx, actor.councilId) : [],
    ]);
    const about = { councilId: request.councilId, caseId: view.id };
    const awards = await awardsOf(tx, request.councilId, [view.id]);
    const today = await todayOf(tx, deps.clock, request.councilId);
    const answered = await answerToDecide(tx, { ...about, handOvers, decisions });
    const facts = {
      view,
      directory,
      marks,
      handOvers,
      evidence,
      decisions,
      awards,
      today,
      answered,
      filledIn,
      known,
      offers,
      people,
      teams,
      now: deps.clock.now(),
    };
    return CasePage({ shell: request.deskShell, ...facts, hidden: formToken(reply), ...state });
  });
}

function decidedCase(councilId: string, { id, service }: CaseView) {
  return { council_id: councilId, id, service_slug: service.slug, service_version: service.version };
}

/** Only what would be taken is offered: an adviser takes a case on, those who answer for it give it away. */
function offersFor(actor: StaffActor, { team, owner, publicState }: CaseView): CaseOffers {
  const work = mayWorkCases(actor);
  const give = mayDecide(actor, { team_id: team.id, owner_id: owner?.id ?? null });
  const review = publicState !== 'private' && may(actor, 'review-public-text');
  return { work, take: work && owner?.id !== actor.id, give, review };
}

const PURPOSE = 'working a case';

async function viewOf(tx: Tx, { clock }: Deps, request: FastifyRequest<{ Params: { reference: string } }>) {
  const reference = referenceOf(request.params.reference);
  const found = await caseView(tx, clock, staffOf(request), { case: reference, purpose: PURPOSE });
  if (found.ok) return found.view;
  if (found.refusal === 'not-found') throw new HttpError(404, 'There is no case with that reference. Search for it.');
  if (found.refusal === 'own-record') throw new HttpError(403, OWN_RECORD);
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
