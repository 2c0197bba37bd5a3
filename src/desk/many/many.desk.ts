import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type BulkStatusRefusal, bulkRun, bulkRuns, bulkStatus, previewBulk } from '#modules/cases';
import { withAddresses } from '#modules/contacts';
import { councilConfig } from '#modules/councils';
import { may, staffOf, teamList } from '#modules/staff';
import { inCouncil, type Tx } from '#platform/db';
import type { Deps } from '#platform/deps';
import { HttpError } from '#platform/http/http-error';
import { fieldOf, readForm } from '#platform/http/read-form';
import { seeOther } from '#platform/http/request';
import { formToken } from '#platform/http/shell';
import { isId } from '#platform/ids';
import type { Errors, Values } from '#ui';
import { directoryOf } from '../../portal/directory.ts';
import { changeOfForm } from './change-of-form.ts';
import { ChooseManyPage } from './choose-many.page.tsx';
import { choiceOf, type ManyChoice, scopeOf } from './many-scope.ts';
import { PreviewManyPage } from './preview-many.page.tsx';
import { RunPage } from './run.page.tsx';

interface ManyRoute {
  Querystring: Record<string, unknown>;
}

/** A storm day: choose the cases, say it once, look at what would happen, let it run, read what was left. */
export function manyDesk(inside: FastifyInstance, deps: Deps): void {
  inside.get<ManyRoute>('/work/many', async (request, reply) => {
    const choice = choiceOf(request.query);
    return reply.html(await choosePage(deps, request, reply, { choice, errors: {}, values: {} }));
  });
  inside.post('/work/many/preview', async (request, reply) => preview(deps, request, reply, {}));
  inside.post('/work/many', async (request, reply) => {
    const started = await start(deps, request);
    if (started.ok) return seeOther(reply, `/desk/work/many/${started.runId}`);
    // Nothing was done: whoever pressed looks at it as it is now.
    return preview(deps, request, reply, { expected: REFUSALS[started.refusal] });
  });
  inside.get<{ Params: { id: string } }>('/work/many/:id', async (request, reply) => {
    mayMany(request);
    const { id } = request.params;
    const page = await inCouncil(deps.db, request.councilId, async (tx) => {
      const run = isId(id) ? await bulkRun(tx, staffOf(request), id) : undefined;
      if (!run) throw new HttpError(404, 'There is no such change. Choose one from the latest.');
      const { profile } = await councilConfig(tx, request.councilId, request.council.revision);
      return RunPage({ shell: request.deskShell, run, zone: profile.zone, now: deps.clock.now() });
    });
    return reply.html(page);
  });
}

const REFUSALS: Readonly<Record<BulkStatusRefusal, string>> = {
  'not-allowed': 'Your sign-in does not write to many. Ask a manager',
  'nothing-chosen': 'None of these cases is open any more',
  'too-many': 'That is more than 5,000 cases. Choose fewer, or open an incident',
  'nothing-said': 'Write what everybody is told',
  'changed-since': 'The cases are others now than those you looked at. Look again, then press again',
};

/** @throws HttpError 403 for whoever may not write to many */
function mayMany(request: FastifyRequest): void {
  if (!may(staffOf(request), 'message-many')) {
    throw new HttpError(403, 'Your sign-in does not write to many. Ask a manager.');
  }
}

interface Choosing {
  choice: ManyChoice;
  errors: Errors;
  values: Values;
}

async function choosePage(deps: Deps, request: FastifyRequest, reply: FastifyReply, choosing: Choosing) {
  mayMany(request);
  const actor = staffOf(request);
  return inCouncil(deps.db, request.councilId, async (tx) => {
    const directory = await directoryOf(tx, request.council);
    const scope = scopeOf(choosing.choice, directory.config.profile);
    const found = scope && (await previewBulk(tx, deps.clock, actor, { scope }));
    return ChooseManyPage({
      shell: request.deskShell,
      ...choosing,
      preview: found?.ok ? found.preview : null,
      problem: found ? (found.ok ? null : REFUSALS[found.refusal]) : 'Choose a service, a team or a ward',
      runs: await bulkRuns(tx, actor),
      directory,
      teams: await teamList(tx, actor.councilId),
      hidden: formToken(reply),
      now: deps.clock.now(),
    });
  });
}

async function preview(deps: Deps, request: FastifyRequest, reply: FastifyReply, errors: Errors) {
  mayMany(request);
  const form = readForm(request);
  const choice = choiceOf(form.fields);
  const shown = await inCouncil(deps.db, request.councilId, async (tx) => {
    const { change, scope, profile } = await read(tx, deps, request);
    if (!scope || Object.keys(change.errors).length > 0) return change;
    const found = await previewBulk(tx, deps.clock, staffOf(request), { scope, change });
    if (!found.ok) return { ...change, errors: {} };
    const { message } = found.preview;
    return PreviewManyPage({
      shell: request.deskShell,
      choice,
      preview: {
        ...found.preview,
        message: message && { ...message, body: withAddresses(message.body, deps.publicUrl) },
      },
      typed: Object.fromEntries(Object.entries(change.values).map(([name, value]) => [name, String(value)])),
      newDueAt: change.newDueAt,
      hidden: formToken(reply),
      errors,
      zone: profile.zone,
      now: deps.clock.now(),
    });
  });
  if (!('values' in shown)) return reply.code(Object.keys(errors).length > 0 ? 422 : 200).html(shown);
  return reply.code(422).html(await choosePage(deps, request, reply, { choice, ...shown }));
}

async function start(deps: Deps, request: FastifyRequest) {
  mayMany(request);
  const expected = Number(fieldOf(readForm(request), 'expected'));
  return inCouncil(deps.db, request.councilId, async (tx) => {
    const { change, scope } = await read(tx, deps, request);
    if (!scope) return { ok: false, refusal: 'nothing-chosen' } as const;
    if (Object.keys(change.errors).length > 0) return { ok: false, refusal: 'nothing-said' } as const;
    const { message, newDueAt } = change;
    return bulkStatus(tx, deps.clock, staffOf(request), { scope, change: { message, newDueAt }, expected });
  });
}

async function read(tx: Tx, { clock }: Deps, request: FastifyRequest) {
  const form = readForm(request);
  const { profile } = await councilConfig(tx, request.councilId, request.council.revision);
  return { change: changeOfForm(form, clock, profile), scope: scopeOf(choiceOf(form.fields), profile), profile };
}
