import { type RawBuilder, sql } from 'kysely';

/** What a day is counted in. Each number is the size of one of these sets, and opens its rows. */
export const DAY_SETS = [
  'contacts',
  'opened',
  'assisted',
  'done',
  'overdue',
  'kept',
  'missed',
  'renegotiated',
] as const;
export type DaySet = (typeof DAY_SETS)[number];

export interface Day {
  councilId: string;
  from: Date;
  /** Midnight that ends it. */
  to: Date;
  /** Now, or that midnight where the day is over: what was overdue is said as it stood then. */
  asOf: Date;
}

/** The part of a day's contacts that a line of the table counts. */
export interface ContactsOfDay {
  channel?: string | undefined;
  direction?: string | undefined;
  /** The line that they rang: a contact point's slug. */
  line?: string | undefined;
}

/** Contacts `c` of a day. What another system brought in was priced and counted there. */
export function contactsWhere({ councilId, from, to }: Day, { channel, direction, line }: ContactsOfDay = {}) {
  return sql`c.council_id = ${councilId} and c.started_at >= ${from} and c.started_at < ${to} and not c.is_imported
    ${channel === undefined ? sql`` : sql`and c.channel = ${channel}`}
    ${direction === undefined ? sql`` : sql`and c.direction = ${direction}`}
    ${line === undefined ? sql`` : sql`and c.contact_point = ${line}`}`;
}

/** Cases `c`. Overdue: a promise to the customer was past its time, running and not yet decided. */
export function casesWhere(
  { councilId, from, to, asOf }: Day,
  set: 'opened' | 'assisted' | 'done' | 'overdue',
): RawBuilder<unknown> {
  const ofCouncil = sql`c.council_id = ${councilId}`;
  if (set === 'opened') return sql`${ofCouncil} and c.opened_at >= ${from} and c.opened_at < ${to}`;
  // Assisted digital: a form that the customer answered and one of the staff typed, by phone or at a counter (A-22).
  if (set === 'assisted')
    return sql`${ofCouncil} and c.id in (select f.case_id from submissions f where f.council_id = ${councilId}
      and f.typed_by_staff_id is not null and f.channel in ('phone', 'counter') and f.at >= ${from} and f.at < ${to})`;
  if (set === 'done') return sql`${ofCouncil} and c.ending = 'done' and c.ended_at >= ${from} and c.ended_at < ${to}`;
  return sql`${ofCouncil} and c.id in (select p.subject_id from promises p where p.council_id = ${councilId}
    and p.subject_type = 'case' and p.due_at < ${asOf} and p.made_at <= ${asOf} and not p.is_imported
    and (p.outcome is null or p.decided_at >= ${asOf})
    and not exists (select from promise_pauses s where s.council_id = p.council_id and s.promise_id = p.id
      and s.from_at <= ${asOf} and (s.to_at is null or s.to_at > ${asOf})))`;
}

/** Promises `p` that were decided on a day. Those of another system stay out: they were made under its rules. */
export function promisesWhere({ councilId, from, to }: Day, outcome: 'kept' | 'missed' | 'renegotiated') {
  return sql`p.council_id = ${councilId} and p.outcome = ${outcome} and p.decided_at >= ${from} and p.decided_at < ${to}
    and not p.is_imported`;
}
