import { makePromises, missPromise } from '#modules/promises';
import type { Answers } from '#modules/questions';
import { jobsFor } from '#modules/services';
import type { Actor } from '#modules/staff';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { answersOf } from './answers-of.ts';
import { type CaseService, caseService } from './case-service.ts';
import { caseTeams, managerOf, type Owner } from './case-teams.ts';
import { type EndedJob, endedJobs } from './ended-jobs.ts';
import { type CaseRow, lockCase } from './find-case.ts';
import { mayAddTo } from './policy.ts';
import { publishCase } from './publish-case.ts';
import { sendJobs } from './send-jobs.ts';
import { todayOf } from './today-of.ts';
import { touchCase } from './touch-case.ts';
import { writeEntry } from './write-entry.ts';

interface ReopenCase {
  /** Id or reference. */
  case: string;
  /** What is not fixed, in the customer's words: up to 2,000 characters. */
  because: string;
  /** Which work was not done, by slug of its job; all that was called done when left out. */
  jobs?: readonly string[];
  contactId?: string | null;
}

export type ReopenCaseRefusal =
  | 'not-found'
  | 'not-allowed'
  | 'not-ended'
  | 'too-late'
  | 'not-disputable'
  | 'no-promise';
export type ReopenCaseResult =
  | { ok: true; promiseIds: string[]; isEscalated: boolean }
  | { ok: false; refusal: ReopenCaseRefusal };

/** So often may a case come back before its manager owns it. */
const FAILURES_BEFORE_MANAGER = 2;

/**
 * "Not fixed": the same case opens again, inside the council's window. The promises that were kept provisionally turn
 * to missed, the work is sent again under new ones, and at the second failure the team's manager owns it.
 *
 * Refuses when the window has ended (`too-late`: report anew, or complain) and for endings that are decisions
 * (`not-disputable`: those are challenged).
 * @see docs/domain/cases.md#not-fixed (source: F-19, F-32; domain rules, Kay 4)
 */
export async function reopenCase(tx: Tx, clock: Clock, actor: Actor, command: ReopenCase): Promise<ReopenCaseResult> {
  const itsCase = await lockCase(tx, actor.councilId, command.case);
  if (!itsCase) return { ok: false, refusal: 'not-found' };
  if (!mayAddTo(actor)) return { ok: false, refusal: 'not-allowed' };
  const ending = await liveEnding(tx, itsCase);
  if (!ending) return { ok: false, refusal: 'not-ended' };
  if (!ending.reopen_until) return { ok: false, refusal: 'not-disputable' };
  if (clock.now() >= ending.reopen_until) return { ok: false, refusal: 'too-late' };
  const again = await workAgain(tx, itsCase, command.jobs);
  const owner = itsCase.reopened_count + 1 >= FAILURES_BEFORE_MANAGER ? await manager(tx, itsCase) : undefined;
  const sent = await sendAgain(tx, clock, actor, { itsCase, again, owner });
  if (!sent) return { ok: false, refusal: 'no-promise' };
  await stampEnding(tx, clock, itsCase, command.because);
  await missWhatWasKept(tx, clock, actor, { itsCase, again });
  await record(tx, clock, actor, { itsCase, command, endingId: ending.id });
  if (owner) await publishEscalation(tx, clock, actor, { itsCase, owner });
  await touchCase(tx, clock, itsCase, reopened(itsCase, clock.now(), owner));
  return { ok: true, promiseIds: sent, isEscalated: owner !== undefined };
}

function liveEnding(tx: Tx, { council_id, id }: CaseRow) {
  return tx
    .selectFrom('case_endings')
    .select(['id', 'reopen_until'])
    .where('council_id', '=', council_id)
    .where('case_id', '=', id)
    .where('reopened_at', 'is', null)
    .executeTakeFirst();
}

interface Again {
  service: CaseService;
  /** The newest sheet of each kind of work that is to be done again. */
  jobs: EndedJob[];
  answers: Answers;
}

async function workAgain(tx: Tx, itsCase: CaseRow, only: readonly string[] | undefined): Promise<Again> {
  const { council_id, service_slug, service_version } = itsCase;
  const service = await caseService(tx, council_id, service_slug, service_version);
  if (!service) throw new Error(`case ${itsCase.id} was opened under a service that is gone`);
  const ended = await endedJobs(tx, itsCase);
  const chosen = ended.filter(({ slug }) => only?.includes(slug));
  return { service, jobs: chosen.length > 0 ? chosen : ended, answers: await answersOf(tx, itsCase) };
}

function manager(tx: Tx, { council_id, team_id }: CaseRow): Promise<Owner | undefined> {
  return managerOf(tx, council_id, { id: team_id });
}

interface SendAgain {
  itsCase: CaseRow;
  again: Again;
  owner: Owner | undefined;
}

async function sendAgain(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  { itsCase, again, owner }: SendAgain,
): Promise<string[] | undefined> {
  const slugs = again.jobs.map(({ slug }) => slug);
  const today = await todayOf(tx, clock, itsCase.council_id);
  const jobs = jobsFor(again.service, again.answers, today).filter(({ slug }) => slugs.includes(slug));
  const standards = jobs.length > 0 ? jobs.map(({ standard }) => standard) : [again.service.promises.primary];
  const about = { subjectType: 'case' as const, subjectId: itsCase.id, teamId: itsCase.team_id };
  const wanted = [...new Set(standards)].map((standard) => ({
    ...about,
    standard,
    ownerId: owner?.id ?? itsCase.owner_id,
  }));
  const made = await makePromises(tx, clock, actor, wanted);
  if (!made.ok) return undefined;
  const teams = await caseTeams(tx, itsCase.council_id, again.service, jobs);
  const promises = new Map(made.promises.map((promise) => [promise.standard, promise]));
  const firstNumber = Math.max(0, ...again.jobs.map(({ highest }) => highest)) + 1;
  await sendJobs(tx, clock, actor, { caseId: itsCase.id, jobs, teams, promises, firstNumber });
  return made.promises.map(({ id }) => id);
}

async function stampEnding(tx: Tx, clock: Clock, { council_id, id }: CaseRow, because: string): Promise<void> {
  await tx
    .updateTable('case_endings')
    .set({ reopened_at: clock.now(), reopened_because: because.trim() })
    .where('council_id', '=', council_id)
    .where('case_id', '=', id)
    .where('reopened_at', 'is', null)
    .execute();
}

async function missWhatWasKept(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  { again }: { itsCase: CaseRow; again: Again },
): Promise<void> {
  const promiseIds = new Set(again.jobs.flatMap(({ promiseId }) => promiseId ?? []));
  for (const promiseId of promiseIds) await missPromise(tx, clock, actor, { promiseId, because: 'not-fixed' });
}

interface Reopening {
  itsCase: CaseRow;
  command: ReopenCase;
  endingId: string;
}

async function record(tx: Tx, clock: Clock, actor: Actor, { itsCase, command, endingId }: Reopening): Promise<void> {
  const because = command.because.trim();
  await writeEntry(tx, clock, actor, {
    caseId: itsCase.id,
    kind: 'reopened',
    audience: 'customer',
    text: because === '' ? 'This was not fixed, so it is open again.' : `Not fixed: ${because}`,
    data: { endingId, jobs: command.jobs ?? null },
    contactId: command.contactId,
  });
  await publishCase(tx, clock, actor, { type: 'case.reopened', subjectId: itsCase.id, data: { endingId } });
}

async function publishEscalation(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  { itsCase, owner }: { itsCase: CaseRow; owner: Owner },
): Promise<void> {
  await publishCase(tx, clock, actor, {
    type: 'case.escalated',
    subjectId: itsCase.id,
    data: { to: owner.id, why: 'not-fixed' },
  });
}

function reopened(itsCase: CaseRow, now: Date, owner: Owner | undefined) {
  const open = { stage: 'open' as const, ending: null, ended_at: null, reopened_count: itsCase.reopened_count + 1 };
  return owner ? { ...open, owner_id: owner.id, escalated_at: now, escalated_to: owner.id } : open;
}
