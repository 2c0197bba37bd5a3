import { handOverPromises, promisesOf } from '#modules/promises';
import { doerSlug, jobsFor } from '#modules/services';
import type { Actor } from '#modules/staff';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { answersOf } from './answers-of.ts';
import { begunService } from './begun-service.ts';
import { cancelJobs } from './cancel-jobs.ts';
import type { CaseService } from './case-service.ts';
import { type CaseTeam, caseTeams, officerOf } from './case-teams.ts';
import { type CaseRow, lockCase } from './find-case.ts';
import { mayMove } from './policy.ts';
import { publicTextFor } from './public-text.ts';
import { publishCase } from './publish-case.ts';
import { sendJobs } from './send-jobs.ts';
import { todayOf } from './today-of.ts';
import { touchCase } from './touch-case.ts';
import { writeEntry } from './write-entry.ts';

interface MoveCase {
  /** Id or reference. */
  case: string;
  /** Slug of the service that it should have been; the same one to give it to another team only. */
  service: string;
  /** Slug of the team, where it is not the service's own. */
  team?: string;
  /** Why, for staff: 1 to 2,000 characters. */
  why: string;
}

export type MoveCaseRefusal =
  | 'not-found'
  | 'not-allowed'
  | 'ended'
  | 'no-reason'
  | 'unknown-service'
  | 'no-team'
  | 'same';
export type MoveCaseResult = { ok: true; entryId: string } | { ok: false; refusal: MoveCaseRefusal };

/**
 * Mend a wrong service or team. What was promised stays promised: the new team's work runs under the promise that the
 * customer was told, and the customer is told who has it now. This is the only act that re-routes a case.
 *
 * @see docs/domain/cases.md#moving
 */
export async function moveCase(tx: Tx, clock: Clock, actor: Actor, command: MoveCase): Promise<MoveCaseResult> {
  const itsCase = await lockCase(tx, actor.councilId, command.case);
  if (!itsCase) return { ok: false, refusal: 'not-found' };
  if (!mayMove(actor)) return { ok: false, refusal: 'not-allowed' };
  if (itsCase.ended_at) return { ok: false, refusal: 'ended' };
  if (command.why.trim() === '') return { ok: false, refusal: 'no-reason' };
  const isSameService = command.service === itsCase.service_slug;
  const version = isSameService ? itsCase.service_version : undefined;
  const begun = await begunService(tx, clock, { councilId: actor.councilId, slug: command.service, version });
  if (!begun.ok) return { ok: false, refusal: 'unknown-service' };
  const { service } = begun;
  const team = await teamFor(tx, actor.councilId, service, command.team);
  if (!team) return { ok: false, refusal: 'no-team' };
  if (isSameService && team.id === itsCase.team_id) return { ok: false, refusal: 'same' };
  const to = { itsCase, service, team };
  if (!isSameService) await sendOtherJobs(tx, clock, actor, to);
  return { ok: true, entryId: await write(tx, clock, actor, { ...to, why: command.why.trim() }) };
}

interface To {
  itsCase: CaseRow;
  service: CaseService;
  team: CaseTeam;
}

async function teamFor(
  tx: Tx,
  councilId: string,
  service: CaseService,
  given: string | undefined,
): Promise<CaseTeam | undefined> {
  const slug = given ?? doerSlug(service.owner);
  const teams = await caseTeams(tx, councilId, { ...service, owner: { team: slug } }, []);
  return teams.get(slug);
}

/** The jobs of the other service, under the promise that was told first. */
async function sendOtherJobs(tx: Tx, clock: Clock, actor: Actor, { itsCase, service }: To): Promise<void> {
  const promises = await promisesOf(tx, itsCase.council_id, [itsCase.id]);
  const told = promises.find(({ outcome, kind }) => outcome === null && kind !== 'acknowledge');
  const jobs = jobsFor(service, await answersOf(tx, itsCase), await todayOf(tx, clock, itsCase.council_id));
  const teams = await caseTeams(tx, itsCase.council_id, service, jobs);
  const known = jobs.filter(({ by }) => teams.has(doerSlug(by)));
  const firstNumber = (await highestNumber(tx, itsCase)) + 1;
  await cancelJobs(tx, clock, actor, itsCase);
  const kept = new Map(told ? known.map(({ standard }) => [standard, told] as const) : []);
  await sendJobs(tx, clock, actor, { caseId: itsCase.id, jobs: known, teams, promises: kept, firstNumber });
}

async function highestNumber(tx: Tx, { council_id, id }: CaseRow): Promise<number> {
  const row = await tx
    .selectFrom('jobs')
    .select('number')
    .where('council_id', '=', council_id)
    .where('case_id', '=', id)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.number ?? 0;
}

async function write(tx: Tx, clock: Clock, actor: Actor, { itsCase, service, team, why }: To & { why: string }) {
  const ownerId = (await officerOf(tx, itsCase.council_id, team, itsCase.id))?.id ?? null;
  const before = { service: itsCase.service_slug, version: itsCase.service_version };
  const entryId = await writeEntry(tx, clock, actor, {
    caseId: itsCase.id,
    kind: 'moved',
    audience: 'customer',
    text: `${team.name} deals with this now.`,
    data: { why, from: { ...before, teamId: itsCase.team_id }, to: { service: service.slug } },
  });
  if (!entryId) throw new Error('an entry without a source id is always written');
  const published = publicTextFor(service, await answersOf(tx, itsCase), []);
  await touchCase(tx, clock, itsCase, {
    service_slug: service.slug,
    service_version: service.version,
    title: service.name.en,
    tier: service.tier,
    team_id: team.id,
    owner_id: ownerId,
    // What the new questions publish was never asked for: a person looks before anything is shown.
    public_text: published.publicText,
    public_state: published.publicState === 'private' ? 'private' : 'to-review',
  });
  await handOverPromises(tx, actor, { subjectId: itsCase.id, teamId: team.id, ownerId });
  await publishCase(tx, clock, actor, { type: 'case.moved', subjectId: itsCase.id, data: { entryId } });
  return entryId;
}
