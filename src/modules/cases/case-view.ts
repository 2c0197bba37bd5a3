import { ownRecordIds } from '#modules/customers';
import { type FileView, filesOf } from '#modules/documents';
import { type PromiseView, promisesOf } from '#modules/promises';
import { type Actor, isStaff, may } from '#modules/staff';
import { recordRead } from '#platform/audit';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import type { AnswerView } from './answer-views.ts';
import { answersInWords } from './answers-in-words.ts';
import { type Blocker, blockersOf, type JobForBlockers } from './blockers.ts';
import { type CaseParts, caseParts, type EndingView, type JobView } from './case-parts.ts';
import { type CaseRow, findCase } from './find-case.ts';

/** Everything of one case, as the desk shows it on one screen. */
export interface CaseView extends Omit<CaseParts, 'endings'> {
  id: string;
  reference: string;
  title: string;
  service: { slug: string; version: number };
  description: string;
  answers: AnswerView[];
  publicText: string | null;
  publicState: CaseRow['public_state'];
  channel: string;
  tier: string;
  stage: CaseRow['stage'];
  waitingFor: string | null;
  place: { uprn: number | null; words: string | null; postcode: string | null; lat: number | null; lon: number | null };
  openedAt: Date;
  updatedAt: Date;
  nextDueAt: Date | null;
  desiredOutcome: string | null;
  outcomeAchieved: boolean | null;
  reopenedCount: number;
  promises: PromiseView[];
  files: FileView[];
  /** The live ending; null while the case is open. */
  ending: EndingView | null;
  /** Endings that "not fixed" undid, oldest first. */
  formerEndings: EndingView[];
  /** Why it cannot be called done now. */
  blockers: Blocker[];
}

interface ViewCase {
  /** Id or reference. */
  case: string;
  /** Why somebody looks: "answering a call", "working a case". It stands in the audit. */
  purpose: string;
}

export type CaseViewResult =
  | { ok: true; view: CaseView }
  | { ok: false; refusal: 'not-found' | 'not-allowed' | 'own-record' };

/** Read one case whole. The reading is written down with its purpose. Refuses staff their own case as a resident. */
export async function caseView(tx: Tx, clock: Clock, actor: Actor, command: ViewCase): Promise<CaseViewResult> {
  const row = await findCase(tx, actor.councilId, command.case);
  if (!row) return { ok: false, refusal: 'not-found' };
  const [parts, promises, answers, own] = await Promise.all([
    caseParts(tx, row),
    promisesOf(tx, row.council_id, [row.id]),
    answersInWords(tx, row),
    ownRecordIds(tx, actor),
  ]);
  if (!maySee(actor, parts)) return { ok: false, refusal: 'not-allowed' };
  if (concerned(parts).some((id) => own.includes(id))) return { ok: false, refusal: 'own-record' };
  const about = { subjectType: 'case', subjectId: row.id, purpose: command.purpose };
  await recordRead(tx, clock, actor, { act: 'case.read', ...about });
  const files = await filesOf(tx, row.council_id, [row.id, ...parts.jobs.map(({ id }) => id)]);
  return { ok: true, view: { ...headOf(row), ...withEndings(parts), answers, promises, files } };
}

function maySee(actor: Actor, { parties }: CaseParts): boolean {
  if (actor.type === 'machine') return may(actor, 'read-api');
  if (!isStaff(actor)) return actor.type === 'system';
  if (may(actor, 'work-cases')) return true;
  // A councillor reads what they asked about for a constituent, and nothing else.
  return parties.some(({ role, name }) => role === 'councillor' && name === actor.name && may(actor, 'see-cases'));
}

/** Whose own matter it is. */
function concerned({ parties }: CaseParts): string[] {
  return parties.flatMap(({ role, customerId }) =>
    role === 'requester' || role === 'subject' ? (customerId ?? []) : [],
  );
}

function headOf(row: CaseRow) {
  return {
    id: row.id,
    reference: row.reference,
    title: row.title,
    service: { slug: row.service_slug, version: row.service_version },
    description: row.description,
    publicText: row.public_text,
    publicState: row.public_state,
    channel: row.channel,
    tier: row.tier,
    stage: row.stage,
    waitingFor: row.waiting_for,
    place: { uprn: row.uprn, words: row.place, postcode: row.postcode, lat: row.lat, lon: row.lon },
    openedAt: row.opened_at,
    updatedAt: row.updated_at,
    nextDueAt: row.next_due_at,
    desiredOutcome: row.desired_outcome,
    outcomeAchieved: row.outcome_achieved,
    reopenedCount: row.reopened_count,
  };
}

function withEndings({ endings, ...parts }: CaseParts) {
  return {
    ...parts,
    ending: endings.find(({ reopenedAt }) => reopenedAt === null) ?? null,
    formerEndings: endings.filter(({ reopenedAt }) => reopenedAt !== null),
    blockers: blockersOf(newestOfEachKind(parts).map((job) => shownWork(job, parts))),
  };
}

// A sheet that was made again after "not fixed" speaks for the one before it.
function newestOfEachKind({ jobs }: Pick<CaseParts, 'jobs'>): JobView[] {
  return jobs.filter(({ slug, number }) => !jobs.some((other) => other.slug === slug && other.number > number));
}

function shownWork(job: JobView, { entries }: Pick<CaseParts, 'entries'>): JobForBlockers {
  const { id, title, state, evidence } = job;
  const hasNote = job.entries.some((entry) => entry.state === 'done' && Boolean(entry.note));
  const hasPhoto = entries.some(({ jobId, data }) => jobId === id && hasFiles(data));
  return { id, title, state, evidence, hasNote, hasPhoto };
}

function hasFiles({ fileIds }: Readonly<Record<string, unknown>>): boolean {
  return Array.isArray(fileIds) && fileIds.length > 0;
}
