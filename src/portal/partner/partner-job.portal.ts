import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type JobSheet, jobLinkActor, jobSheet } from '#modules/cases';
import { councilConfig } from '#modules/councils';
import { fileForReader } from '#modules/documents';
import type { JobLinkActor } from '#modules/staff';
import { inCouncil } from '#platform/db';
import type { Deps } from '#platform/deps';
import { limitRate } from '#platform/http/limit-rate';
import { readForm } from '#platform/http/read-form';
import { seeOther } from '#platform/http/request';
import { formToken } from '#platform/http/shell';
import type { Errors, Values } from '#ui';
import { JOB_ACTS } from '../../doors/job-sheet/job-acts.ts';
import { pressJob } from '../../doors/job-sheet/press-job.ts';
import { openedFile } from '../../doors/opened-file.ts';
import { keepAddressSecret } from '../keep-address-secret.ts';
import { LinkEndedPage, PartnerJobPage } from './partner-job.page.tsx';
import { whileLinkOpens } from './while-link-opens.ts';

interface LinkRoute {
  Params: { token: string };
}

interface FileRoute {
  Params: { token: string; file: string };
}

interface Opened {
  actor: JobLinkActor;
  sheet: JobSheet;
}

const PATH = '/partner/jobs/:token';

/**
 * A partner's job sheet, opened by the link that was mailed (F-15): that job and nothing else, without an account. A link
 * that opens nothing says the same whatever the reason. The token is a key: it is in no log, and it leaves with no link.
 */
export function partnerJobPortal(door: FastifyInstance, deps: Deps): void {
  door.register((partner) => {
    keepAddressSecret(partner);
    jobRoutes(partner, deps);
    return Promise.resolve();
  });
}

function jobRoutes(partner: FastifyInstance, deps: Deps): void {
  const looks = { preHandler: limitRate(deps, { name: 'partner-look', limit: 300, windowSeconds: 600 }) };
  const acts = { preHandler: limitRate(deps, { name: 'partner-act', limit: 60, windowSeconds: 600 }) };

  partner.get<LinkRoute>(PATH, looks, async (request, reply) => {
    const opened = await open(deps, request);
    return opened ? show(deps, request, reply, { opened, errors: {}, values: {} }) : linkEnded(request, reply);
  });

  for (const [name, act] of Object.entries(JOB_ACTS)) {
    partner.post<LinkRoute>(`${PATH}/${name}`, acts, async (request, reply) => {
      const opened = await open(deps, request);
      if (!opened) return linkEnded(request, reply);
      const { token } = request.params;
      const pressed = { ...opened, jobId: opened.sheet.id, form: readForm(request), to: pathOf(token) };
      const outcome = await pressJob(deps, whileLinkOpens(act, token), pressed);
      if ('to' in outcome) return seeOther(reply, outcome.to);
      const after = await open(deps, request);
      return after ? show(deps, request, reply, { opened: after, ...outcome }) : linkEnded(request, reply);
    });
  }

  partner.get<FileRoute>(`${PATH}/files/:file`, looks, async (request, reply) => {
    const opened = await open(deps, request);
    const link = opened?.sheet.files.find(({ id }) => id === request.params.file);
    if (!opened || !link) return linkEnded(request, reply);
    const shown = { fileId: link.id, shownSubjectIds: [link.subjectId], purpose: 'working a job' };
    const file = await fileForReader(deps, opened.actor, shown);
    const { mediaType, bytes } = openedFile(file, 'That photo is not here. Go back to the job sheet.');
    return reply.header('cache-control', 'no-store').type(mediaType).send(bytes);
  });
}

function open({ db, clock }: Deps, request: FastifyRequest<LinkRoute>): Promise<Opened | undefined> {
  return inCouncil(db, request.councilId, async (tx) => {
    const actor = await jobLinkActor(tx, clock, request.councilId, request.params.token);
    if (!actor) return undefined;
    const found = await jobSheet(tx, clock, actor, { jobId: actor.jobId });
    return found.ok ? { actor, sheet: found.sheet } : undefined;
  });
}

interface Shown {
  opened: Opened;
  errors: Errors;
  values: Values;
}

async function show(
  { db, clock }: Deps,
  request: FastifyRequest<LinkRoute>,
  reply: FastifyReply,
  { opened, ...state }: Shown,
): Promise<FastifyReply> {
  const { councilId, council, publicShell } = request;
  const { profile } = await inCouncil(db, councilId, (tx) => councilConfig(tx, councilId, council.revision));
  const page = PartnerJobPage({
    council: publicShell.council,
    sheet: opened.sheet,
    zone: profile.zone,
    now: clock.now(),
    path: pathOf(request.params.token),
    hidden: formToken(reply),
    offers: ['acceptance', 'completion', 'note', 'not-done', 'return'],
    ...state,
  });
  return reply.code(Object.keys(state.errors).length === 0 ? 200 : 422).html(page);
}

function linkEnded({ publicShell }: FastifyRequest, reply: FastifyReply): FastifyReply {
  return reply.code(404).html(LinkEndedPage({ council: publicShell.council }));
}

function pathOf(token: string): string {
  return `/partner/jobs/${token}`;
}
