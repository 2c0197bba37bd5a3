import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { inCouncil } from '#platform/db';
import type { Deps } from '#platform/deps';
import { HttpError } from '#platform/http/http-error';
import { fieldOf, readForm, type SubmittedForm } from '#platform/http/read-form';
import { seeOther } from '#platform/http/request';
import { formToken } from '#platform/http/shell';
import { ROLES } from './actor.ts';
import { addStaff } from './add-staff.ts';
import { changeStaff } from './change-staff.ts';
import { endStaff } from './end-staff.ts';
import { inviteStaff } from './invite-staff.ts';
import { may } from './permissions.ts';
import { recordTraining, takeBackTraining } from './record-training.ts';
import { staffOf } from './signed-in.desk.ts';
import { PeoplePage, PersonPage, TeamsPage } from './staff-admin.page.tsx';
import { type StaffRow, staffRows, teamRows } from './staff-list.ts';
import { joinTeam, leaveTeam } from './team-membership.ts';
import { trainingsOf } from './training-of.ts';

interface Route {
  Params: { slug: string };
}

interface TrainingRoute {
  Params: { slug: string; training: string };
}

/** Joiners, movers and leavers, for administrators. */
export function staffAdminDesk(desk: FastifyInstance, deps: Deps): void {
  const { db, clock } = deps;
  desk.get('/admin/people', (request, reply) => people(request, reply, deps, {}));
  desk.post('/admin/people', (request, reply) => add(request, reply, deps));
  desk.get('/admin/teams', async (request, reply) => {
    const { councilId } = administratorOf(request);
    const teams = await inCouncil(db, councilId, (tx) => teamRows(tx, councilId));
    return reply.html(<TeamsPage shell={request.deskShell} teams={teams} />);
  });
  desk.get<Route>('/admin/people/:slug', (request, reply) => person(request, reply, deps, {}));
  desk.post<Route>('/admin/people/:slug', (request, reply) => change(request, reply, deps));
  desk.post<Route>('/admin/people/:slug/teams', async (request, reply) => {
    const actor = administratorOf(request);
    const form = readForm(request);
    const { id: staffId } = await findPerson(request, deps);
    const [act, teamId] = fieldOf(form, 'leave')
      ? [leaveTeam, fieldOf(form, 'leave')]
      : [joinTeam, fieldOf(form, 'join')];
    if (!z.uuid().safeParse(teamId).success) throw new HttpError(404, 'Choose a team from the list.');
    const moved = await inCouncil(db, actor.councilId, (tx) => act(tx, clock, actor, { staffId, teamId }));
    if (!moved.ok) throw new HttpError(404, 'That person or team is not here any more.');
    return seeOther(reply, `/desk/admin/people/${request.params.slug}`);
  });
  desk.post<Route>('/admin/people/:slug/invitation', (request, reply) => invite(request, reply, deps));
  trainingDesk(desk, deps);
  desk.post<Route>('/admin/people/:slug/ending', async (request, reply) => {
    const actor = administratorOf(request);
    const { id: staffId } = await findPerson(request, deps);
    const ended = await inCouncil(db, actor.councilId, (tx) => endStaff(tx, clock, actor, { staffId }));
    if (!ended.ok) return person(request, reply, deps, { errors: { roles: REFUSED[ended.refusal] } });
    return seeOther(reply, '/desk/admin/people');
  });
}

const REFUSED: Record<string, string> = {
  'no-such-training': 'Choose a training from the list',
  'in-the-future': 'Enter today or a day before it',
  'ends-before': 'This day is before the training',
  known: 'This training is recorded for that day already',
  'last-administrator': 'Make somebody else an administrator first: this is the last one',
  'works-here': 'Somebody with this address works here already',
  'no-such-team': 'Choose a team from the list',
  'works-elsewhere': 'This person also works at another council. Only they can change how they sign in',
  'not-found': 'This person has left already',
};

const Fields = z.object({
  name: z.string().trim().min(1, 'Enter the full name').max(120, 'Use 120 characters or fewer'),
  jobTitle: z.string().trim().min(1, 'Enter the job title').max(120, 'Use 120 characters or fewer'),
  roles: z.array(z.enum(ROLES)).min(1, 'Choose at least one role'),
  skills: z.array(z.string().max(60, 'Keep each skill to 60 characters')).max(40, 'Use 40 skills or fewer'),
});
const Trained = z.object({
  training: z.string(),
  on: z.iso.date('Enter the day of the training'),
  until: z.union([z.literal(''), z.iso.date('Enter a day, or leave it empty')]),
});
const Joiner = Fields.extend({
  email: z.email('Enter an email address such as ada@estuary.example'),
  team: z.string(),
});

async function add(request: FastifyRequest, reply: FastifyReply, deps: Deps): Promise<FastifyReply> {
  const actor = administratorOf(request);
  const values = valuesOf(readForm(request));
  const form = Joiner.safeParse(values);
  if (!form.success) return people(request, reply, deps, { values, errors: errorsOf(form.error) });
  const { team, ...joiner } = form.data;
  const added = await inCouncil(deps.db, actor.councilId, (tx) =>
    addStaff(tx, deps.clock, actor, { ...joiner, teams: team === '' ? [] : [team] }),
  );
  if (!added.ok) {
    const field = added.refusal === 'no-such-team' ? 'team' : 'email';
    return people(request, reply, deps, { values, errors: { [field]: REFUSED[added.refusal] } });
  }
  return person(request, reply, deps, { slug: added.slug, link: linkOf(request, added.invitation.token) });
}

async function change(request: FastifyRequest<Route>, reply: FastifyReply, deps: Deps): Promise<FastifyReply> {
  const actor = administratorOf(request);
  const values = valuesOf(readForm(request));
  const form = Fields.safeParse(values);
  if (!form.success) return person(request, reply, deps, { values, errors: errorsOf(form.error) });
  const { id: staffId } = await findPerson(request, deps);
  const changed = await inCouncil(deps.db, actor.councilId, (tx) =>
    changeStaff(tx, deps.clock, actor, { staffId, ...form.data }),
  );
  if (!changed.ok) return person(request, reply, deps, { values, errors: { roles: REFUSED[changed.refusal] } });
  return seeOther(reply, `/desk/admin/people/${request.params.slug}`);
}

/** Training is recorded, and what was recorded wrongly is taken back. */
function trainingDesk(desk: FastifyInstance, deps: Deps): void {
  const { db, clock } = deps;
  desk.post<Route>('/admin/people/:slug/trainings', async (request, reply) => {
    const actor = administratorOf(request);
    const form = readForm(request);
    const values = { training: fieldOf(form, 'training'), on: fieldOf(form, 'on'), until: fieldOf(form, 'until') };
    const read = Trained.safeParse(values);
    if (!read.success) return person(request, reply, deps, { training: values, errors: errorsOf(read.error) });
    const { id: staffId } = await findPerson(request, deps);
    const { until, ...trained } = read.data;
    const command = { staffId, ...trained, ...(until !== '' && { until }) };
    const recorded = await inCouncil(db, actor.councilId, (tx) => recordTraining(tx, clock, actor, command));
    if (recorded.ok) return seeOther(reply, `/desk/admin/people/${request.params.slug}#training`);
    const field =
      recorded.refusal === 'no-such-training' ? 'training' : recorded.refusal === 'ends-before' ? 'until' : 'on';
    return person(request, reply, deps, { training: values, errors: { [field]: REFUSED[recorded.refusal] } });
  });
  desk.post<TrainingRoute>('/admin/people/:slug/trainings/:training/removal', async (request, reply) => {
    const actor = administratorOf(request);
    const { slug, training: trainingId } = request.params;
    const { id: staffId } = await findPerson(request, deps);
    if (!z.uuid().safeParse(trainingId).success) throw new HttpError(404, NO_TRAINING);
    const isDone = await inCouncil(db, actor.councilId, (tx) =>
      takeBackTraining(tx, clock, actor, { staffId, trainingId }),
    );
    if (!isDone) throw new HttpError(404, NO_TRAINING);
    return seeOther(reply, `/desk/admin/people/${slug}#training`);
  });
}

const NO_TRAINING = 'That training is not recorded any more. Go back to the person.';

async function invite(request: FastifyRequest<Route>, reply: FastifyReply, deps: Deps): Promise<FastifyReply> {
  const actor = administratorOf(request);
  const { id: staffId } = await findPerson(request, deps);
  const invited = await inCouncil(deps.db, actor.councilId, (tx) => inviteStaff(tx, deps.clock, actor, { staffId }));
  if (!invited.ok) return person(request, reply, deps, { errors: { name: REFUSED[invited.refusal] } });
  return person(request, reply, deps, { link: linkOf(request, invited.token) });
}

interface Shown {
  values?: Record<string, unknown>;
  errors?: Record<string, string | undefined>;
  slug?: string;
  link?: string;
  /** A training as it was typed and refused. */
  training?: Record<string, string>;
}

async function people(request: FastifyRequest, reply: FastifyReply, { db }: Deps, shown: Shown): Promise<FastifyReply> {
  const { councilId } = administratorOf(request);
  const lists = await inCouncil(db, councilId, async (tx) => ({
    people: await staffRows(tx, councilId),
    teams: await teamRows(tx, councilId),
  }));
  const frame = { shell: request.deskShell, hidden: formToken(reply) };
  return reply
    .code(shown.errors ? 422 : 200)
    .html(<PeoplePage {...frame} {...lists} values={shown.values} errors={shown.errors} />);
}

async function person(request: FastifyRequest, reply: FastifyReply, deps: Deps, shown: Shown): Promise<FastifyReply> {
  const found = await findPerson(request, deps, shown.slug);
  const { councilId } = staffOf(request);
  const { teams, trainings } = await inCouncil(deps.db, councilId, async (tx) => ({
    teams: await teamRows(tx, councilId),
    trainings: await trainingsOf(tx, deps.clock, councilId, found.id),
  }));
  const values = shown.values ?? { ...found, skills: found.skills.join(', ') };
  const frame = { shell: request.deskShell, hidden: formToken(reply), values, errors: shown.errors };
  return reply
    .code(shown.errors ? 422 : 200)
    .html(
      <PersonPage
        {...frame}
        person={found}
        teams={teams}
        link={shown.link}
        trainings={trainings}
        training={shown.training}
      />,
    );
}

async function findPerson(request: FastifyRequest, { db }: Deps, slug?: string): Promise<StaffRow> {
  const { councilId } = administratorOf(request);
  const wanted = slug ?? (request.params as Route['Params']).slug;
  const [found] = await inCouncil(db, councilId, (tx) => staffRows(tx, councilId, { slug: wanted }));
  if (!found) throw new HttpError(404, 'Nobody here has that name.');
  return found;
}

function administratorOf(request: FastifyRequest) {
  const actor = staffOf(request);
  if (!may(actor, 'manage-staff')) throw new HttpError(403, 'Only administrators can see and change who works here.');
  return actor;
}

function valuesOf(form: SubmittedForm) {
  const skills = fieldOf(form, 'skills')
    .split(',')
    .map((skill) => skill.trim().toLowerCase())
    .filter(Boolean);
  const text = Object.fromEntries(
    ['name', 'jobTitle', 'email', 'team'].map((name) => [name, fieldOf(form, name).trim()]),
  );
  return { ...text, roles: form.fields['roles'] ?? [], skills };
}

function errorsOf(error: z.ZodError): Record<string, string> {
  return Object.fromEntries(error.issues.map((issue) => [String(issue.path[0]), issue.message]));
}

function linkOf(request: FastifyRequest, token: string): string {
  return `${request.protocol}://${request.host}/desk/invitations/${token}`;
}
