import type { Answers } from '#modules/questions';
import { doerSlug, type JobDefinition, jobsFor, standardsFor } from '#modules/services';
import type { Actor } from '#modules/staff';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { newId } from '#platform/ids';
import { begunService } from './begun-service.ts';
import { type CasePlace, isEnoughFor, type PlaceColumns, placeColumns } from './case-place.ts';
import { caseRules } from './case-rules.ts';
import type { CaseService } from './case-service.ts';
import { type CaseTeam, caseTeams, firstOwner, managerOf, type Owner } from './case-teams.ts';
import { findRepeat, type Repeated } from './find-repeat.ts';
import { todayOf } from './today-of.ts';

interface Reported {
  service: string;
  serviceVersion?: number;
  answers: Answers;
  place: CasePlace | null;
  receivedOn?: string;
}

/** What a report will become, worked out before anything is written. */
export interface CasePlan {
  ok: true;
  caseId: string;
  service: CaseService;
  place: PlaceColumns;
  team: CaseTeam;
  teams: ReadonlyMap<string, CaseTeam>;
  jobs: readonly JobDefinition[];
  standards: readonly string[];
  owner: Owner | null;
  repeats: Repeated | null;
}

export type PlanRefusal = 'unknown-service' | 'no-team' | 'place-needed';
type Planned = CasePlan | { ok: false; refusal: PlanRefusal; message: string };

export async function planCase(tx: Tx, clock: Clock, actor: Actor, reported: Reported): Promise<Planned> {
  const { councilId } = actor;
  const { answers } = reported;
  const { service: slug, serviceVersion: version, receivedOn } = reported;
  const begun = await begunService(tx, clock, { councilId, slug, version, receivedOn });
  if (!begun.ok) return refuse('unknown-service', begun.message);
  const { service } = begun;
  const place = placeColumns(reported.place);
  if (!isEnoughFor(service.place, place)) return refuse('place-needed', 'Say where it is.');
  // What came on paper is promised as on the day on which it came.
  const today = receivedOn ?? (await todayOf(tx, clock, councilId));
  const jobs = jobsFor(service, answers, today);
  const teams = await caseTeams(tx, councilId, service, jobs);
  const missing = [doerSlug(service.owner), ...jobs.map(({ by }) => doerSlug(by))].find((slug) => !teams.has(slug));
  const team = teams.get(doerSlug(service.owner));
  if (missing !== undefined || !team) return refuse('no-team', `There is no team ${missing ?? ''} to do this.`);
  const rules = await caseRules(tx, councilId, service);
  const repeats = (await findRepeat(tx, clock, { councilId, service, place, rules })) ?? null;
  const caseId = newId(clock);
  // A second failure is the manager's own from the start (Kay 5).
  const owner = repeats ? await managerOf(tx, councilId, team) : await firstOwner(tx, actor, team, caseId);
  const standards = standardsFor(service, answers, today);
  return { ok: true, caseId, service, place, team, teams, jobs, standards, owner: owner ?? null, repeats };
}

function refuse(refusal: PlanRefusal, message: string): Planned {
  return { ok: false, refusal, message };
}
