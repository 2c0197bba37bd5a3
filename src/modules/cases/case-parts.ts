import { sql } from 'kysely';
import type { Ending } from '#modules/councils';
import type { Tx } from '#platform/db';
import { prepared } from '#platform/prepared';
import type { CaseRow } from './find-case.ts';
import type { JobRow } from './find-job.ts';
import type { EntryKind } from './write-entry.ts';

export interface PartyView {
  id: string;
  role: string;
  customerId: string | null;
  name: string | null;
  email: string | null;
  phone: string | null;
  wantsUpdates: boolean;
}

export interface EntryView {
  id: string;
  at: Date;
  kind: EntryKind;
  audience: 'public' | 'customer' | 'staff';
  text: string;
  data: Readonly<Record<string, unknown>>;
  actorType: string;
  actorName: string | null;
  contactId: string | null;
  jobId: string | null;
}

export interface EndingView {
  id: string;
  ending: Ending;
  reason: string;
  challenge: string | null;
  passedTo: string | null;
  follows: string | null;
  byName: string;
  at: Date;
  reopenUntil: Date | null;
  reopenedAt: Date | null;
  reopenedBecause: string | null;
}

export interface JobEntryView {
  state: string;
  note: string | null;
  at: Date;
  byName: string;
}

export interface JobView {
  id: string;
  number: number;
  slug: string;
  title: string;
  instructions: string;
  state: JobRow['state'];
  evidence: JobRow['evidence'];
  team: string;
  teamId: string;
  isPartner: boolean;
  assignedTo: string | null;
  dueAt: Date | null;
  endedAt: Date | null;
  finding: string | null;
  promiseId: string | null;
  entries: JobEntryView[];
}

/** The rows that hang on a case, oldest first. */
export interface CaseParts {
  team: { id: string; slug: string; name: string; inbox: string; phone: string | null };
  owner: { id: string; name: string; jobTitle: string } | null;
  partner: { id: string; name: string; phone: string | null } | null;
  escalatedTo: string | null;
  /** References of the case that this one repeats, follows; of the incident that it belongs to. */
  repeats: string | null;
  follows: string | null;
  incident: string | null;
  contacts: number;
  parties: PartyView[];
  entries: EntryView[];
  endings: EndingView[];
  jobs: JobView[];
}

/** All of them in one statement: a page of a case costs the same whether it has three entries or three hundred. */
export async function caseParts(tx: Tx, row: CaseRow): Promise<CaseParts> {
  const found = await selectParts.first(tx, row);
  if (!found) throw new Error('a statement without a from clause has one row');
  return {
    ...found,
    entries: found.entries.map((entry) => ({ ...entry, at: new Date(entry.at) })),
    endings: found.endings.map((ending) => ({
      ...ending,
      at: new Date(ending.at),
      reopenUntil: dateOrNull(ending.reopenUntil),
      reopenedAt: dateOrNull(ending.reopenedAt),
    })),
    jobs: found.jobs.map((job) => ({
      ...job,
      dueAt: dateOrNull(job.dueAt),
      endedAt: dateOrNull(job.endedAt),
      entries: job.entries.map((entry) => ({ ...entry, at: new Date(entry.at) })),
    })),
  };
}

const selectParts = prepared(
  (_tx, row: CaseRow) => sql<Stored<CaseParts>>`
    select
      (select jsonb_build_object('id', id, 'slug', slug, 'name', name, 'inbox', inbox, 'phone', phone)
        from teams where council_id = ${row.council_id} and id = ${row.team_id}) as team,
      (select jsonb_build_object('id', id, 'name', name, 'jobTitle', job_title)
        from staff_members where council_id = ${row.council_id} and id = ${row.owner_id}) as owner,
      (select jsonb_build_object('id', id, 'name', name, 'phone', phone)
        from teams where council_id = ${row.council_id} and id = ${row.partner_id}) as partner,
      (select name from staff_members where council_id = ${row.council_id} and id = ${row.escalated_to}) as "escalatedTo",
      (select reference from cases where council_id = ${row.council_id} and id = ${row.repeats_case_id}) as repeats,
      (select reference from cases where council_id = ${row.council_id} and id = ${row.follows_case_id}) as follows,
      (select reference from incidents where council_id = ${row.council_id} and id = ${row.incident_id}) as incident,
      (select count(distinct contact_id) from contact_questions where council_id = ${row.council_id} and case_id = ${row.id}) as contacts,
      (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'role', role, 'customerId', customer_id, 'name', name,
          'email', email, 'phone', phone, 'wantsUpdates', wants_updates) order by added_at, id), '[]')
        from case_parties where council_id = ${row.council_id} and case_id = ${row.id} and ended_at is null) as parties,
      (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'at', at, 'kind', kind, 'audience', audience, 'text', text,
          'data', data, 'actorType', actor_type, 'actorName', actor_name, 'contactId', contact_id, 'jobId', job_id)
          order by at, id), '[]')
        from case_entries where council_id = ${row.council_id} and case_id = ${row.id}) as entries,
      (select coalesce(jsonb_agg(jsonb_build_object('id', e.id, 'ending', e.ending, 'reason', e.reason,
          'challenge', e.challenge, 'passedTo', e.passed_to, 'follows', o.reference, 'byName', e.by_name, 'at', e.at,
          'reopenUntil', e.reopen_until, 'reopenedAt', e.reopened_at, 'reopenedBecause', e.reopened_because)
          order by e.at, e.id), '[]')
        from case_endings e left join cases o on o.council_id = e.council_id and o.id = e.follows_case_id
        where e.council_id = ${row.council_id} and e.case_id = ${row.id}) as endings,
      (select coalesce(jsonb_agg(jsonb_build_object('id', j.id, 'number', j.number, 'slug', j.slug, 'title', j.title,
          'instructions', j.instructions, 'state', j.state, 'evidence', j.evidence, 'team', t.name, 'teamId', j.team_id,
          'isPartner', j.is_partner, 'assignedTo', s.name, 'dueAt', j.due_at, 'endedAt', j.ended_at, 'finding', j.finding,
          'promiseId', j.promise_id, 'entries',
          (select coalesce(jsonb_agg(jsonb_build_object('state', e.state, 'note', e.note, 'at', e.at, 'byName', e.by_name)
            order by e.at, e.id), '[]') from job_entries e where e.council_id = j.council_id and e.job_id = j.id))
          order by j.number), '[]')
        from jobs j join teams t on t.council_id = j.council_id and t.id = j.team_id
        left join staff_members s on s.council_id = j.council_id and s.id = j.assigned_to
        where j.council_id = ${row.council_id} and j.case_id = ${row.id}) as jobs`,
);

/** As JSON brings it: an instant is text. */
type Stored<T> = T extends Date
  ? string
  : T extends (infer Item)[]
    ? Stored<Item>[]
    : T extends Readonly<Record<string, unknown>>
      ? { [Key in keyof T]: Stored<T[Key]> }
      : T extends object
        ? { [Key in keyof T]: Stored<T[Key]> }
        : T;

function dateOrNull(stored: string | null): Date | null {
  return stored === null ? null : new Date(stored);
}
