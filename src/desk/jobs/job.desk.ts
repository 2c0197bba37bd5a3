import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type JobSheet, jobSheet, mayDoJob, mayRecordForJob, mayWorkCases } from '#modules/cases';
import { councilConfig } from '#modules/councils';
import { fileForReader } from '#modules/documents';
import { type StaffActor, staffOf } from '#modules/staff';
import { inCouncil, type Tx } from '#platform/db';
import type { Deps } from '#platform/deps';
import { HttpError } from '#platform/http/http-error';
import { readForm } from '#platform/http/read-form';
import { seeOther } from '#platform/http/request';
import { formToken } from '#platform/http/shell';
import { isId } from '#platform/ids';
import type { Errors, Values } from '#ui';
import { JOB_ACTS } from '../../doors/job-sheet/job-acts.ts';
import type { JobFormsProps } from '../../doors/job-sheet/job-forms.page.tsx';
import { pressJob } from '../../doors/job-sheet/press-job.ts';
import { openedFile } from '../../doors/opened-file.ts';
import { JobPage } from './job.page.tsx';

interface JobRoute {
  Params: { id: string };
}

interface FileRoute {
  Params: { id: string; file: string };
}

/** One job sheet: what to do and where, and what those who do it say. */
export function jobDesk(inside: FastifyInstance, deps: Deps): void {
  inside.get<JobRoute>('/jobs/:id', async (request, reply) =>
    reply.html(await page(deps, request, reply, { errors: {}, values: {} })),
  );
  for (const [path, act] of Object.entries(JOB_ACTS)) {
    inside.post<JobRoute>(`/jobs/:id/${path}`, async (request, reply) => {
      const jobId = request.params.id;
      const pressed = { actor: staffOf(request), jobId, form: readForm(request), to: `/desk/jobs/${jobId}` };
      const outcome = await pressJob(deps, act, pressed);
      if ('to' in outcome) return seeOther(reply, outcome.to);
      return reply.code(422).html(await page(deps, request, reply, outcome));
    });
  }
  inside.get<FileRoute>('/jobs/:id/files/:file', async (request, reply) => {
    const { id, file: fileId } = request.params;
    const actor = staffOf(request);
    const sheet = await inCouncil(deps.db, request.councilId, (tx) => sheetOf(tx, deps, actor, id));
    const link = sheet.files.find((one) => one.id === fileId);
    const shown = { fileId, shownSubjectIds: [link?.subjectId ?? ''], purpose: 'working a job' };
    const file = link && (await fileForReader(deps, actor, shown));
    const opened = openedFile(file, 'That photo is not here. Go back to the job sheet.');
    return reply.header('cache-control', 'no-store').type(opened.mediaType).send(opened.bytes);
  });
}

/** @throws HttpError 404 for no such sheet, 403 for another team's */
async function sheetOf(tx: Tx, { clock }: Deps, actor: StaffActor, jobId: string): Promise<JobSheet> {
  const found = isId(jobId) ? await jobSheet(tx, clock, actor, { jobId }) : null;
  if (found?.ok) return found.sheet;
  if (found?.refusal === 'not-allowed') {
    throw new HttpError(403, 'This job sheet belongs to another team. Ask them, or write a note on its case.');
  }
  throw new HttpError(404, 'There is no such job sheet. Choose one from the list of jobs.');
}

interface State {
  errors: Errors;
  values: Values;
}

function page(deps: Deps, request: FastifyRequest<JobRoute>, reply: FastifyReply, state: State) {
  const actor = staffOf(request);
  return inCouncil(deps.db, request.councilId, async (tx) => {
    const sheet = await sheetOf(tx, deps, actor, request.params.id);
    const { profile } = await councilConfig(tx, request.councilId, request.council.revision);
    return JobPage({
      shell: request.deskShell,
      sheet,
      zone: profile.zone,
      now: deps.clock.now(),
      path: `/desk/jobs/${sheet.id}`,
      hidden: formToken(reply),
      offers: offersFor(actor, sheet),
      seesCase: mayWorkCases(actor),
      ...state,
    });
  });
}

/** Only what would be taken is offered: an adviser writes down, those who do the work say how it went. */
function offersFor(actor: StaffActor, { id, team }: JobSheet): JobFormsProps['offers'] {
  const job = { id, team_id: team.id };
  if (mayDoJob(actor, job)) return ['acceptance', 'completion', 'note', 'not-done', 'return'];
  return mayRecordForJob(actor, job) ? ['acceptance', 'note'] : [];
}
