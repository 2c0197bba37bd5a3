import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { endIncident, oneIncident } from '#modules/cases';
import { may, type StaffActor, staffOf } from '#modules/staff';
import { inCouncil, type Tx } from '#platform/db';
import type { Deps } from '#platform/deps';
import { HttpError } from '#platform/http/http-error';
import { fieldOf, readForm } from '#platform/http/read-form';
import { seeOther } from '#platform/http/request';
import { formToken } from '#platform/http/shell';
import { isId } from '#platform/ids';
import type { Errors, Values } from '#ui';
import { type Outcome, oneAct, typedText } from '../../doors/act.ts';
import { directoryOf } from '../../portal/directory.ts';
import { referenceOf } from '../case/reference.ts';
import { IncidentPage } from './incident.page.tsx';

interface IncidentRoute {
  Params: { reference: string };
  Querystring: { before?: string };
}

/** One incident, and its end with one message. */
export function incidentDesk(inside: FastifyInstance, deps: Deps): void {
  inside.get<IncidentRoute>('/incidents/:reference', async (request, reply) =>
    reply.html(await page(deps, request, reply, { errors: {}, values: {} })),
  );
  inside.post<IncidentRoute>('/incidents/:reference/ending', async (request, reply) => {
    const incident = referenceOf(request.params.reference);
    const ending = typedText(fieldOf(readForm(request), 'ending'));
    const outcome = await oneAct(deps, request.councilId, (tx) =>
      endOf(tx, deps, staffOf(request), { incident, ending }),
    );
    if ('to' in outcome) return seeOther(reply, outcome.to);
    return reply.code(422).html(await page(deps, request, reply, outcome));
  });
}

const LONGEST = 1_000;
const MESSAGES: Readonly<Record<string, string>> = {
  'not-allowed': 'Your sign-in does not end incidents. Ask a manager or the team that does the work',
  'already-ended': 'It is over already: somebody ended it meanwhile',
  'nothing-said': 'Write what everybody who joined is told',
};

async function endOf(
  tx: Tx,
  { clock }: Deps,
  actor: StaffActor,
  { incident, ending }: { incident: string; ending: string },
): Promise<Outcome> {
  const values = { ending };
  if (ending.length > LONGEST) return { errors: { ending: 'Use 1,000 characters or fewer' }, values };
  const ended = await endIncident(tx, clock, actor, { incident, ending });
  if (ended.ok) return { to: `/desk/incidents/${incident}` };
  if (ended.refusal === 'not-found') throw new HttpError(404, NOT_FOUND);
  return { errors: { ending: MESSAGES[ended.refusal] ?? 'It could not be ended. Try again' }, values };
}

const NOT_FOUND = 'There is no incident with that reference. Choose one from the list.';

interface State {
  errors: Errors;
  values: Values;
}

function page(deps: Deps, request: FastifyRequest<IncidentRoute>, reply: FastifyReply, state: State) {
  const actor = staffOf(request);
  const { before = '' } = request.query;
  const named = { incident: referenceOf(request.params.reference), before: isId(before) ? before : null };
  return inCouncil(deps.db, request.councilId, async (tx) => {
    const found = await oneIncident(tx, deps.clock, actor, named);
    if (!found.ok && found.refusal === 'not-found') throw new HttpError(404, NOT_FOUND);
    if (!found.ok) throw new HttpError(403, 'Your sign-in does not show incidents. Ask your manager.');
    return IncidentPage({
      shell: request.deskShell,
      incident: found.incident,
      directory: await directoryOf(tx, request.council),
      mayRun: may(actor, 'run-incidents'),
      seesPeople: may(actor, 'see-customers'),
      hidden: formToken(reply),
      now: deps.clock.now(),
      ...state,
    });
  });
}
