import { type Actor, isStaff, may } from '#modules/staff';
import { addCalendarDays } from '#platform/calendar';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { caseRules } from './case-rules.ts';
import './tables.ts';

export const WORKLIST_FILTERS = ['all', 'today', 'overdue', 'waiting', 'unassigned', 'escalated'] as const;
export type WorklistFilter = (typeof WORKLIST_FILTERS)[number];

/** Where the next page begins: the last row of this one. */
export interface WorklistKey {
  dueAt: Date | null;
  id: string;
}

export interface WorklistRow {
  id: string;
  reference: string;
  title: string;
  place: string | null;
  stage: 'open' | 'waiting' | 'ended';
  waitingFor: string | null;
  openedAt: Date;
  nextDueAt: Date | null;
  isOverdue: boolean;
  isEscalated: boolean;
  reopenedCount: number;
  team: string;
  owner: string | null;
}

export interface WorklistPage {
  rows: WorklistRow[];
  next: WorklistKey | null;
}

interface Worklist {
  /** Open cases of one team, of one owner, or of the whole council. */
  of: { teamId: string } | { ownerId: string } | 'all';
  filter?: WorklistFilter;
  after?: WorklistKey | null;
}

const PAGE = 50;

/**
 * Open cases by their next promise, the soonest first; what waits without a date comes last. Pages go by key, so the
 * hundredth costs what the first does. Empty for somebody who may not work cases.
 */
export async function worklist(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  { of, filter = 'all', after = null }: Worklist,
): Promise<WorklistPage> {
  if (!isStaff(actor) || !may(actor, 'work-cases')) return { rows: [], next: null };
  const now = clock.now();
  const { zone } = await caseRules(tx, actor.councilId);
  const bounds = { now, endOfToday: addCalendarDays(zone, now, 0) };
  const query = filtered(ofWhom(openCases(tx, actor.councilId), of), filter, bounds);
  const dated = after?.dueAt === null ? [] : await datedRows(query, after);
  const undated = dated.length > PAGE ? [] : await undatedRows(query, after?.dueAt === null ? after.id : null);
  const rows = [...dated, ...undated].slice(0, PAGE + 1);
  const last = rows.length > PAGE ? rows[PAGE - 1] : undefined;
  return {
    rows: rows.slice(0, PAGE).map((row) => ({ ...row, isOverdue: row.nextDueAt !== null && row.nextDueAt < now })),
    next: last ? { dueAt: last.nextDueAt, id: last.id } : null,
  };
}

function openCases(tx: Tx, councilId: string) {
  return tx
    .selectFrom('cases as c')
    .innerJoin('teams as t', (join) => join.onRef('t.council_id', '=', 'c.council_id').onRef('t.id', '=', 'c.team_id'))
    .leftJoin('staff_members as o', (join) =>
      join.onRef('o.council_id', '=', 'c.council_id').onRef('o.id', '=', 'c.owner_id'),
    )
    .select(['c.id', 'c.reference', 'c.title', 'c.place', 'c.stage', 'c.waiting_for as waitingFor'])
    .select(['c.opened_at as openedAt', 'c.next_due_at as nextDueAt', 'c.reopened_count as reopenedCount'])
    .select((eb) => eb('c.escalated_at', 'is not', null).$castTo<boolean>().as('isEscalated'))
    .select(['t.name as team', 'o.name as owner'])
    .where('c.council_id', '=', councilId)
    .where('c.ended_at', 'is', null);
}

type Query = ReturnType<typeof openCases>;

function ofWhom(query: Query, of: Worklist['of']): Query {
  if (of === 'all') return query;
  return 'teamId' in of ? query.where('c.team_id', '=', of.teamId) : query.where('c.owner_id', '=', of.ownerId);
}

function filtered(query: Query, filter: WorklistFilter, { now, endOfToday }: { now: Date; endOfToday: Date }): Query {
  switch (filter) {
    case 'all':
      return query;
    case 'today':
      return query.where('c.next_due_at', '>=', now).where('c.next_due_at', '<=', endOfToday);
    case 'overdue':
      return query.where('c.next_due_at', '<', now);
    case 'waiting':
      return query.where('c.stage', '=', 'waiting');
    case 'unassigned':
      return query.where('c.owner_id', 'is', null);
    case 'escalated':
      return query.where('c.escalated_at', 'is not', null);
  }
}

function datedRows(query: Query, after: WorklistKey | null) {
  const { dueAt, id } = after ?? { dueAt: null, id: '' };
  return query
    .where('c.next_due_at', 'is not', null)
    .$if(dueAt !== null, (rest) =>
      rest.where((eb) => eb(eb.refTuple('c.next_due_at', 'c.id'), '>', eb.tuple(dueAt, id))),
    )
    .orderBy('c.next_due_at')
    .orderBy('c.id')
    .limit(PAGE + 1)
    .execute();
}

function undatedRows(query: Query, afterId: string | null) {
  return query
    .where('c.next_due_at', 'is', null)
    .$if(afterId !== null, (rest) => rest.where('c.id', '>', afterId ?? ''))
    .orderBy('c.id')
    .limit(PAGE + 1)
    .execute();
}
