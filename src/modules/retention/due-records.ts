import { type RawBuilder, sql } from 'kysely';
import type { RecordKind, RetentionRule } from '#modules/councils';

type From = RetentionRule['from'];
type Candidates = (councilId: string, from: From) => RawBuilder<unknown>;

/**
 * For each kind of record, what can come up for disposal at all, as (id, at, is_held): `at` is the moment that its rule
 * counts from. What is still in use has no such moment: an open case, a live contact, somebody's only record.
 */
export const CANDIDATES: Record<RecordKind, Candidates> = {
  case: (councilId, from) => sql`
    select c.id, ${column(from, { created: 'c.opened_at', closed: 'c.ended_at', 'last-contact': 'c.updated_at' })} as at,
      c.id in (select id from held_cases) as is_held
    from cases c where c.council_id = ${councilId} and c.ended_at is not null`,

  contact: (councilId, from) => sql`
    select c.id, ${column(from, { created: 'c.started_at', closed: 'c.ended_at', 'last-contact': 'c.started_at' })} as at,
      c.id in (select id from held_contacts) as is_held
    from contacts c where c.council_id = ${councilId} and c.ended_at is not null and ${noOpenCase(sql`q.contact_id = c.id`)}`,

  // A person goes after everything that is about them: their time counts from the last of it.
  customer: (councilId, from) => sql`
    select c.id, ${from === 'created' ? sql`c.made_at` : sql`c.updated_at`} as at, c.id in (select id from held_customers) as is_held
    from customers c where c.council_id = ${councilId}
      and not exists (select from contacts o where o.council_id = c.council_id and o.customer_id = c.id)
      and not exists (select from case_parties p where p.council_id = c.council_id and p.customer_id = c.id)`,

  submission: (councilId, from) => sql`
    select s.id, ${from === 'created' ? sql`s.at` : sql`coalesce(c.ended_at, s.at)`} as at, s.case_id in (select id from held_cases) as is_held
    from submissions s left join cases c on c.council_id = s.council_id and c.id = s.case_id
    where s.council_id = ${councilId} and (c.id is null or c.ended_at is not null)`,

  photo: (councilId, from) => files(councilId, from, sql`f.shown_key`),
  'sealed-original': (councilId, from) => files(councilId, from, sql`f.original_key`),

  message: (councilId) => sql`
    select m.id, m.made_at as at,
      m.contact_id in (select id from held_contacts) or coalesce(m.case_id in (select id from held_cases), false) as is_held
    from messages m where m.council_id = ${councilId} and m.state not in ('queued', 'sending')`,

  audit: (councilId) => sql`
    select a.id, a.at, coalesce(a.subject_id in (select id from held_subjects), false) as is_held
    from audit_entries a where a.council_id = ${councilId}`,

  feedback: (councilId) => sql`
    select f.id, f.at, false as is_held from service_feedback f where f.council_id = ${councilId}`,

  // Frontdoor keeps neither: mail is not read yet, and what an import refuses is written where its operator says.
  'raw-mail': () => NOTHING,
  'import-side-file': () => NOTHING,
};

const NOTHING = sql`select null::uuid as id, null::timestamptz as at, false as is_held where false`;

function column(from: From, columns: Record<From, string>): RawBuilder<unknown> {
  return sql.ref(columns[from]);
}

/** A file's time counts from the end of the last case that it belongs to, or from when it was given where it has none. */
function files(councilId: string, from: From, key: RawBuilder<unknown>): RawBuilder<unknown> {
  const at = from === 'created' ? sql`f.uploaded_at` : sql`coalesce(max(c.ended_at), f.uploaded_at)`;
  return sql`
    select f.id, ${at} as at, coalesce(bool_or(l.subject_id in (select id from held_subjects)), false) as is_held
    from files f
    left join file_links l on l.council_id = f.council_id and l.file_id = f.id
    left join jobs j on j.council_id = l.council_id and j.id = l.subject_id
    left join submissions s on s.council_id = l.council_id and s.id = l.subject_id
    left join cases c on c.council_id = l.council_id and c.id = coalesce(j.case_id, s.case_id, l.subject_id)
    where f.council_id = ${councilId} and ${key} is not null
    group by f.council_id, f.id having count(c.id) = count(c.ended_at)`;
}

function noOpenCase(joined: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`not exists (select from contact_questions q join cases o on o.council_id = q.council_id and o.id = q.case_id
    where q.council_id = c.council_id and ${joined} and o.ended_at is null)`;
}
