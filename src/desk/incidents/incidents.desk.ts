import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { incidents } from '#modules/cases';
import { localDate } from '#modules/places';
import { may, staffOf } from '#modules/staff';
import { inCouncil } from '#platform/db';
import type { Deps } from '#platform/deps';
import { HttpError } from '#platform/http/http-error';
import { fieldOf, readForm } from '#platform/http/read-form';
import { seeOther } from '#platform/http/request';
import { formToken } from '#platform/http/shell';
import type { Errors, Values } from '#ui';
import { oneAct } from '../../doors/act.ts';
import { directoryOf } from '../../portal/directory.ts';
import { IncidentsPage } from './incidents.page.tsx';
import { NewIncidentPage } from './new-incident.page.tsx';
import { openOfForm } from './open-of-form.ts';

interface NewRoute {
  Querystring: { what?: string };
}

/** What has happened to many at once, and the opening of one. */
export function incidentsDesk(inside: FastifyInstance, deps: Deps): void {
  inside.get('/incidents', async (request, reply) => reply.html(await listPage(deps, request)));
  inside.get<NewRoute>('/incidents/new', async (request, reply) => {
    const what = request.query.what ?? '';
    return reply.html(await newPage(deps, request, reply, { what, errors: {}, values: {} }));
  });
  inside.post('/incidents', async (request, reply) => {
    const actor = staffOf(request);
    const form = readForm(request);
    const outcome = await oneAct(deps, request.councilId, (tx) => openOfForm({ tx, deps, actor, form }));
    if ('to' in outcome) return seeOther(reply, outcome.to);
    const what = fieldOf(form, 'what');
    return reply.code(422).html(await newPage(deps, request, reply, { what, ...outcome }));
  });
}

function listPage(deps: Deps, request: FastifyRequest) {
  const actor = staffOf(request);
  if (!may(actor, 'see-cases')) throw new HttpError(403, 'Your sign-in does not show incidents. Ask your manager.');
  return inCouncil(deps.db, request.councilId, async (tx) =>
    IncidentsPage({
      shell: request.deskShell,
      open: await incidents(tx, actor, { open: true }),
      ended: await incidents(tx, actor, { open: false }),
      mayRun: may(actor, 'run-incidents'),
      directory: await directoryOf(tx, request.council),
      now: deps.clock.now(),
    }),
  );
}

interface State {
  what: string;
  errors: Errors;
  values: Values;
}

function newPage(deps: Deps, request: FastifyRequest, reply: FastifyReply, { what, errors, values }: State) {
  const [slug = '', service = ''] = what.split('.');
  if (!may(staffOf(request), 'run-incidents')) {
    throw new HttpError(403, 'Your sign-in does not open incidents. Ask a manager or the team that does the work.');
  }
  return inCouncil(deps.db, request.councilId, async (tx) => {
    const directory = await directoryOf(tx, request.council);
    const kind = directory.config.incidentKinds.get(slug);
    if (!kind?.services.includes(service)) {
      throw new HttpError(404, 'The council has no such kind of incident. Choose one from the list.');
    }
    const today = localDate(deps.clock.now(), directory.config.profile.zone);
    const shell = request.deskShell;
    return NewIncidentPage({ shell, kind, service, directory, today, hidden: formToken(reply), errors, values });
  });
}
