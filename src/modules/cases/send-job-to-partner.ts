import { sendMessage } from '#modules/contacts';
import { describeDue } from '#modules/promises';
import { type Actor, type JobLinkActor, makeLink, openLink, revokeLinks } from '#modules/staff';
import { recordAct } from '#platform/audit';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { caseRules } from './case-rules.ts';
import { caseService } from './case-service.ts';
import { caseWords } from './case-words.ts';
import { type FoundJob, lockJob } from './find-job.ts';
import { mayDecide } from './policy.ts';

const PURPOSE = 'job-sheet';
const GOOD_FOR_DAYS = 30;
const MILLISECONDS_A_DAY = 86_400_000;

export type SendJobRefusal = 'not-found' | 'not-allowed' | 'not-open' | 'not-a-partner' | 'no-template';
export type SendJobResult = { ok: true; messageId: string } | { ok: false; refusal: SendJobRefusal };

/**
 * Send a job to a partner by email, with a link that opens that job sheet and nothing else, needs no account, and ends
 * after thirty days or when the job goes to somebody else. Sending again makes the link before it useless.
 *
 * @see docs/domain/cases.md#partners (source: F-15)
 */
export async function sendJobToPartner(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  { jobId, key }: { jobId: string; key?: string },
): Promise<SendJobResult> {
  const found = await lockJob(tx, actor.councilId, jobId);
  if (!found) return { ok: false, refusal: 'not-found' };
  if (!mayDecide(actor, found.itsCase)) return { ok: false, refusal: 'not-allowed' };
  if (found.job.ended_at) return { ok: false, refusal: 'not-open' };
  if (!found.job.is_partner) return { ok: false, refusal: 'not-a-partner' };
  const token = await replaceLink(tx, clock, found);
  const sent = await write(tx, clock, actor, {
    ...found,
    token,
    key: key ?? `job-sheet:${jobId}:${token.slice(0, 8)}`,
  });
  if (!sent.ok) return { ok: false, refusal: 'no-template' };
  await recordAct(tx, clock, actor, { act: 'job.sent-to-partner', subjectType: 'job', subjectId: jobId });
  return { ok: true, messageId: sent.messageId };
}

async function replaceLink(tx: Tx, clock: Clock, { job }: FoundJob): Promise<string> {
  const to = { purpose: PURPOSE, subjectType: 'job', subjectId: job.id };
  await revokeLinks(tx, clock, job.council_id, to);
  const expiresAt = new Date(clock.now().getTime() + GOOD_FOR_DAYS * MILLISECONDS_A_DAY);
  return makeLink(tx, clock, { councilId: job.council_id, ...to, expiresAt });
}

type Written = FoundJob & { token: string; key: string };

async function write(tx: Tx, clock: Clock, actor: Actor, { job, itsCase, token, key }: Written) {
  const { council_id, service_slug, service_version } = itsCase;
  const service = await caseService(tx, council_id, service_slug, service_version);
  const { templates, zone } = await caseRules(tx, council_id, service);
  const partner = await tx
    .selectFrom('teams')
    .select(['name', 'inbox'])
    .where('council_id', '=', council_id)
    .where('id', '=', job.team_id)
    .executeTakeFirstOrThrow();
  const words = await caseWords(tx, clock, { itsCase, service, signedBy: itsCase.owner_id });
  return sendMessage(tx, clock, actor, {
    key,
    template: templates['job-sheet'] ?? 'job-sheet',
    channel: 'email',
    to: { name: partner.name, email: partner.inbox },
    variables: {
      ...words.variables,
      service: job.title,
      reference: `${itsCase.reference}/${job.number}`,
      due: job.due_at ? describeDue(job.due_at, zone, clock.now()) : 'as soon as you can',
      track: `/partner/jobs/${token}`,
    },
    caseId: itsCase.id,
    serviceSlug: service_slug,
    senderStaffId: words.officerId,
    replyTo: words.variables.inbox ?? null,
  });
}

/** Whoever holds the link of a job sheet, as an actor who may do that one job. Undefined for a link that opens nothing. */
export async function jobLinkActor(
  tx: Tx,
  clock: Clock,
  councilId: string,
  token: string,
): Promise<JobLinkActor | undefined> {
  const link = await openLink(tx, clock, councilId, { token, purpose: PURPOSE });
  if (!link) return undefined;
  const job = await tx
    .selectFrom('jobs as j')
    .innerJoin('teams as t', (join) => join.onRef('t.council_id', '=', 'j.council_id').onRef('t.id', '=', 'j.team_id'))
    .select(['j.id', 't.id as team_id', 't.name'])
    .where('j.council_id', '=', councilId)
    .where('j.id', '=', link.subjectId)
    .where('j.is_partner', '=', true)
    .executeTakeFirst();
  return job && { councilId, type: 'partner', id: job.team_id, name: job.name, jobId: job.id };
}

/** The link opens nothing any more: the job has gone to somebody else. */
export async function voidJobLinks(tx: Tx, clock: Clock, { job }: FoundJob): Promise<void> {
  await revokeLinks(tx, clock, job.council_id, { purpose: PURPOSE, subjectId: job.id });
}
