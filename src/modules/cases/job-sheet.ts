import { type FileView, filesOf } from '#modules/documents';
import { type MarkerView, markersAt } from '#modules/places';
import { type Actor, isStaff, may } from '#modules/staff';
import { systemActor } from '#platform/actor';
import { recordRead } from '#platform/audit';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import type { AnswerView } from './answer-views.ts';
import { answersInWords } from './answers-in-words.ts';
import { caseRules } from './case-rules.ts';
import { type CaseRow, findCase } from './find-case.ts';
import type { JobRow } from './find-job.ts';
import { mayRecordForJob } from './job-policy.ts';
import './tables.ts';

/** All that somebody needs to do one job, and nothing of the rest of the case. */
export interface JobSheet {
  id: string;
  /** As it is printed: `K7M3-QX9T/1`. */
  sheet: string;
  reference: string;
  title: string;
  instructions: string;
  state: JobRow['state'];
  evidence: JobRow['evidence'];
  dueAt: Date | null;
  endedAt: Date | null;
  finding: string | null;
  team: { id: string; name: string; isPartner: boolean };
  assignedTo: string | null;
  service: string;
  place: { words: string | null; postcode: string | null; lat: number | null; lon: number | null };
  answers: AnswerView[];
  /** Whom to speak to; null where nobody gave a name or a way to reach them. */
  contact: { name: string | null; phone: string | null } | null;
  /** What keeps visiting staff safe at this address. */
  markers: MarkerView[];
  log: { state: string; note: string | null; at: Date; byName: string }[];
  /** Photos of the report, and of this job. */
  files: FileView[];
}

export type JobSheetResult = { ok: true; sheet: JobSheet } | { ok: false; refusal: 'not-found' | 'not-allowed' };

/** Read one job sheet. The reading is written down: it shows where somebody lives. */
export async function jobSheet(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  { jobId }: { jobId: string },
): Promise<JobSheetResult> {
  const job = await findJob(tx, actor.councilId, jobId);
  if (!job) return { ok: false, refusal: 'not-found' };
  if (!mayRead(actor, job)) return { ok: false, refusal: 'not-allowed' };
  const itsCase = await findCase(tx, actor.councilId, job.case_id);
  if (!itsCase) throw new Error('a job hangs on a case');
  await recordRead(tx, clock, actor, {
    act: 'job.read',
    subjectType: 'job',
    subjectId: job.id,
    purpose: 'working a job',
  });
  const sheet = { ...headOf(job, itsCase), ...(await aroundIt(tx, clock, itsCase)) };
  return { ok: true, sheet: { ...sheet, log: await logOf(tx, job), files: await filesFor(tx, job) } };
}

function mayRead(actor: Actor, job: { id: string; team_id: string }): boolean {
  if (actor.type === 'machine') return may(actor, 'read-api');
  return actor.type === 'system' || mayRecordForJob(actor, job) || (isStaff(actor) && may(actor, 'see-customers'));
}

async function findJob(tx: Tx, councilId: string, jobId: string) {
  return tx
    .selectFrom('jobs as j')
    .innerJoin('teams as t', (join) => join.onRef('t.council_id', '=', 'j.council_id').onRef('t.id', '=', 'j.team_id'))
    .leftJoin('staff_members as s', (join) =>
      join.onRef('s.council_id', '=', 'j.council_id').onRef('s.id', '=', 'j.assigned_to'),
    )
    .selectAll('j')
    .select(['t.name as team', 's.name as assigned_name'])
    .where('j.council_id', '=', councilId)
    .where('j.id', '=', jobId)
    .executeTakeFirst();
}
type Found = NonNullable<Awaited<ReturnType<typeof findJob>>>;

function headOf(job: Found, itsCase: CaseRow) {
  return {
    id: job.id,
    sheet: `${itsCase.reference}/${job.number}`,
    reference: itsCase.reference,
    title: job.title,
    instructions: job.instructions,
    state: job.state,
    evidence: job.evidence,
    dueAt: job.due_at,
    endedAt: job.ended_at,
    finding: job.finding,
    team: { id: job.team_id, name: job.team, isPartner: job.is_partner },
    assignedTo: job.assigned_name,
    service: itsCase.title,
    place: { words: itsCase.place, postcode: itsCase.postcode, lat: itsCase.lat, lon: itsCase.lon },
  };
}

async function aroundIt(tx: Tx, clock: Clock, itsCase: CaseRow) {
  const { council_id, uprn } = itsCase;
  const { zone } = await caseRules(tx, council_id);
  // Whoever is sent to an address must know of the danger there, also a partner's crew, who see no other marker.
  const markers = uprn === null ? [] : await markersAt(tx, clock, systemActor(council_id), { uprn, zone });
  return {
    answers: await answersInWords(tx, itsCase),
    contact: await contactOf(tx, itsCase),
    markers: markers.filter(({ isInForce }) => isInForce),
  };
}

async function contactOf(tx: Tx, { council_id, id }: CaseRow) {
  const party = await tx
    .selectFrom('case_parties')
    .select(['name', 'phone'])
    .where('council_id', '=', council_id)
    .where('case_id', '=', id)
    .where('role', 'in', ['requester', 'subject'])
    .where('ended_at', 'is', null)
    .orderBy('added_at')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  return party && (party.name !== null || party.phone !== null) ? party : null;
}

function logOf(tx: Tx, { council_id, id }: Found) {
  return tx
    .selectFrom('job_entries')
    .select(['state', 'note', 'at', 'by_name as byName'])
    .where('council_id', '=', council_id)
    .where('job_id', '=', id)
    .orderBy('at')
    .orderBy('id')
    .execute();
}

async function filesFor(tx: Tx, { council_id, case_id, id }: Found): Promise<FileView[]> {
  const files = await filesOf(tx, council_id, [case_id, id]);
  return files.filter((file, index) => files.findIndex((other) => other.id === file.id) === index);
}
