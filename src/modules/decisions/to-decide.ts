import { type RawBuilder, sql } from 'kysely';
import { councilConfig } from '#modules/councils';
import { isApplication, serviceCatalogue } from '#modules/services';
import { type Actor, isStaff, may } from '#modules/staff';
import { addCalendarDays } from '#platform/calendar';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import './tables.ts';
import type { Result } from './words.ts';

/** Decisions that somebody must make: due today or before, waiting for a second officer, or asked to be looked at again. */
export const TO_DECIDE = ['today', 'second', 'reviews'] as const;
export type ToDecideSet = (typeof TO_DECIDE)[number];

export interface ToDecideRow {
  id: string;
  reference: string;
  title: string;
  team: string;
  owner: string | null;
  /** When it is due; for a second officer, when it was proposed. */
  at: Date;
  /** What was proposed, and by whom. */
  result: Result | null;
  by: string | null;
  /** Why a review was asked for. */
  because: string | null;
}

interface Wanted {
  set: ToDecideSet;
  /** Of one team; of all where it is left out. */
  teamId?: string | undefined;
  after?: { at: Date; id: string } | null;
  limit: number;
}

/** What is to be decided, the oldest first, a page at a time by key. Empty for somebody who may not work cases. */
export async function toDecide(tx: Tx, clock: Clock, actor: Actor, wanted: Wanted): Promise<ToDecideRow[]> {
  if (!mayRead(actor)) return [];
  const { set, teamId, after, limit } = wanted;
  const tasks = await tasksOf(tx, clock, actor.councilId);
  const { rows } = await sql<ToDecideRow>`
    select t.id, c.reference, c.title, tm.name as team, o.name as owner, t.at, t.result, t.by, t.because
    from (${tasks[set]}) t join cases c on c.council_id = t.council_id and c.id = t.case_id
      join teams tm on tm.council_id = c.council_id and tm.id = c.team_id
      left join staff_members o on o.council_id = c.council_id and o.id = c.owner_id
    where ${ofTeam(teamId)} and ${after ? sql<boolean>`(t.at, t.id) > (${after.at}, ${after.id})` : sql<boolean>`true`}
    order by t.at, t.id limit ${limit}`.execute(tx);
  return rows;
}

export type ToDecideCounts = Readonly<Record<ToDecideSet, number>>;

/** How many each list has. */
export async function toDecideCounts(tx: Tx, clock: Clock, actor: Actor, teamId?: string): Promise<ToDecideCounts> {
  const none = { today: 0, second: 0, reviews: 0 };
  if (!mayRead(actor)) return none;
  const tasks = await tasksOf(tx, clock, actor.councilId);
  const count = (set: ToDecideSet) => sql<number>`(
    select count(*) from (${tasks[set]}) t join cases c on c.council_id = t.council_id and c.id = t.case_id
    where ${ofTeam(teamId)})`;
  const { rows } = await sql<ToDecideCounts>`
    select ${count('today')} as today, ${count('second')} as second, ${count('reviews')} as reviews`.execute(tx);
  return rows[0] ?? none;
}

const mayRead = (actor: Actor): boolean => isStaff(actor) && may(actor, 'work-cases');

const ofTeam = (teamId: string | undefined) =>
  teamId === undefined ? sql<boolean>`true` : sql<boolean>`c.team_id = ${teamId}`;

/** Each list as rows of one shape, over the index that is made for it. */
async function tasksOf(tx: Tx, clock: Clock, councilId: string): Promise<Record<ToDecideSet, RawBuilder<unknown>>> {
  const { profile } = await councilConfig(tx, councilId);
  const endOfToday = addCalendarDays(profile.zone, clock.now(), 0);
  const decided = await decidedServices(tx, councilId);
  return {
    today: sql`
      select council_id, id as case_id, id, next_due_at as at, null as result, null as by, null as because from cases k
      where council_id = ${councilId} and ended_at is null and stage = 'open' and next_due_at <= ${endOfToday}
        and service_slug = any(${decided})
        and not exists (select from decisions d where d.council_id = k.council_id and d.case_id = k.id
          and (d.state = 'proposed' or (d.state = 'made' and d.result <> 'more-needed')))`,
    second: sql`
      select council_id, case_id, id, proposed_at as at, result, proposed_by_name as by, null as because from decisions
      where council_id = ${councilId} and state = 'proposed'`,
    reviews: sql`
      select council_id, case_id, id, due_at as at, null as result, by_name as by, because from decision_reviews
      where council_id = ${councilId} and state = 'open'`,
  };
}

async function decidedServices(tx: Tx, councilId: string): Promise<string[]> {
  const { services } = await serviceCatalogue(tx, councilId);
  return [...services].filter(([, { service }]) => isApplication(service) && service.decision).map(([slug]) => slug);
}
