import { sql } from 'kysely';
import { priceContact } from '#modules/contacts';
import type { CostSet } from '#modules/councils';
import type { Tx } from '#platform/db';
import { type ContactsOfDay, casesWhere, contactsWhere, type Day, type DaySet, promisesWhere } from './day-sets.ts';

interface RowOfDay {
  id: string;
  /** When it happened, which orders the rows. */
  at: Date;
}

/** A contact without its person: who rang is for those who open it. */
export interface ContactOfDay extends RowOfDay {
  channel: string;
  direction: 'in' | 'out';
  handled: 'person' | 'automatic';
  staff: string | null;
  /** Acts or reasons, as they were written down. */
  about: string[];
  references: string[];
  avoidableCause: string | null;
  /** Null where the chosen set has no price. */
  pence: number | null;
}

export interface CaseOfDay extends RowOfDay {
  reference: string;
  title: string;
  team: string;
  channel: string;
  stage: string;
}

export interface PromiseOfDay extends RowOfDay {
  what: string;
  team: string | null;
  dueAt: Date;
  /** Of the case or the incident that it was made for. */
  reference: string | null;
  isCase: boolean;
}

export type DayRows =
  | { of: 'contacts'; rows: ContactOfDay[] }
  | { of: 'cases'; rows: CaseOfDay[] }
  | { of: 'promises'; rows: PromiseOfDay[] };

export interface DayRowsAsked {
  day: Day;
  set: DaySet;
  contacts?: ContactsOfDay;
  prices: Pick<CostSet, 'prices'>;
  /** Where the last page ended. */
  after?: { at: Date; id: string } | undefined;
  limit: number;
}

/** The rows behind one number of a day, oldest first, a page at a time: the same condition counts them and shows them. */
export async function dayRows(tx: Tx, asked: DayRowsAsked): Promise<DayRows> {
  switch (asked.set) {
    case 'contacts':
      return { of: 'contacts', rows: await contactRows(tx, asked) };
    case 'opened':
    case 'assisted':
    case 'done':
    case 'overdue':
      return { of: 'cases', rows: await caseRows(tx, asked, asked.set) };
    case 'kept':
    case 'missed':
    case 'renegotiated':
      return { of: 'promises', rows: await promiseRows(tx, asked, asked.set) };
  }
}

async function contactRows(tx: Tx, { day, contacts, prices, after, limit }: DayRowsAsked): Promise<ContactOfDay[]> {
  const { rows } = await sql<Omit<ContactOfDay, 'pence' | 'about'> & { about: string[] | null }>`
    select c.id, c.started_at as at, c.channel, c.direction, c.handled, s.name as staff, q.about, q.cause as "avoidableCause",
      coalesce(q."references", '{}') as "references"
    from contacts c
    left join staff_members s on s.council_id = c.council_id and s.id = c.staff_id
    left join lateral (select array_agg(coalesce(q.act, q.reason) order by q.position) as about,
        min(q.avoidable_cause) as cause, array_agg(distinct k.reference) filter (where k.reference is not null) as "references"
      from contact_questions q left join cases k on k.council_id = q.council_id and k.id = q.case_id
      where q.council_id = c.council_id and q.contact_id = c.id) q on true
    where ${contactsWhere(day, contacts)} ${after ? sql`and (c.started_at, c.id) > (${after.at}, ${after.id})` : sql``}
    order by c.started_at, c.id limit ${limit}`.execute(tx);
  return rows.map((row) => ({ ...row, about: row.about ?? [], pence: priceContact(row, prices) }));
}

/** The column that a set of cases goes by. */
const WHEN = {
  opened: sql.ref('c.opened_at'),
  assisted: sql.ref('c.opened_at'),
  done: sql.ref('c.ended_at'),
  overdue: sql.ref('c.opened_at'),
} as const;

async function caseRows(tx: Tx, { day, after, limit }: DayRowsAsked, set: keyof typeof WHEN): Promise<CaseOfDay[]> {
  const when = WHEN[set];
  const { rows } = await sql<CaseOfDay>`
    select c.id, ${when} as at, c.reference, c.title, t.name as team, c.channel, c.stage
    from cases c join teams t on t.council_id = c.council_id and t.id = c.team_id
    where ${casesWhere(day, set)} ${after ? sql`and (${when}, c.id) > (${after.at}, ${after.id})` : sql``}
    order by ${when}, c.id limit ${limit}`.execute(tx);
  return rows;
}

async function promiseRows(
  tx: Tx,
  { day, after, limit }: DayRowsAsked,
  outcome: 'kept' | 'missed' | 'renegotiated',
): Promise<PromiseOfDay[]> {
  const { rows } = await sql<PromiseOfDay>`
    select p.id, p.decided_at as at, p.what->>'en' as what, t.name as team, p.due_at as "dueAt",
      coalesce(c.reference, i.reference) as reference, c.id is not null as "isCase"
    from promises p
    left join teams t on t.council_id = p.council_id and t.id = p.team_id
    left join cases c on c.council_id = p.council_id and c.id = p.subject_id
    left join incidents i on i.council_id = p.council_id and i.id = p.subject_id
    where ${promisesWhere(day, outcome)} ${after ? sql`and (p.decided_at, p.id) > (${after.at}, ${after.id})` : sql``}
    order by p.decided_at, p.id limit ${limit}`.execute(tx);
  return rows;
}
