import { expect } from 'vitest';
import { asOwner } from '#platform/db';
import type { Deps } from '#platform/deps';
import { enqueue } from '#platform/outbox';
import type { TestApp } from './app.ts';
import type { Resident } from './residents.ts';

interface Became {
  draft: string;
  references: string[];
  submissions: number;
  jobs: string[];
  openings: number;
  contacts: number;
  acknowledgements: number;
}

/** What each resident's report has become, counted in the database. */
export async function whatBecame({ db }: Deps, residents: readonly Resident[]): Promise<Map<string, Became>> {
  const { rows } = await db.pool.query<Became>(
    `select d.id as draft,
       (select count(*) from submissions s where s.draft_id = d.id) as submissions,
       array(select c.reference from cases c join submissions s on s.id = c.submission_id where s.draft_id = d.id) as references,
       array(select j.slug from jobs j where j.case_id = d.case_id order by j.slug) as jobs,
       (select count(*) from domain_events e where e.subject_id = d.case_id and e.type = 'case.opened') as openings,
       (select count(*) from contacts t where t.given_email = p.email) as contacts,
       (select count(*) from messages m where m.case_id = d.case_id and m.moment = 'received' and m.to_address = p.email) as acknowledgements
     from unnest($1::uuid[], $2::text[]) as p (id, email) join drafts d on d.id = p.id`,
    [residents.map(({ draftId }) => draftId), residents.map(({ email }) => email)],
  );
  return new Map(rows.map((row) => [row.draft, row]));
}

/** Every report is there once, with each of its two jobs, its one contact and its one acknowledgement, and nothing besides. */
export async function expectEachOnce(deps: Deps, residents: readonly Resident[]): Promise<void> {
  const became = [...(await whatBecame(deps, residents)).values()];
  const once = { submissions: 1, jobs: ['inspect', 'mend'], openings: 1, contacts: 1, acknowledgements: 1 };
  expect(became.map(({ draft: _, references, ...counts }) => ({ ...counts, cases: references.length }))).toEqual(
    residents.map(() => ({ ...once, cases: 1 })),
  );
  expect(new Set(became.flatMap(({ references }) => references)).size).toBe(residents.length);
  const { rows } = await deps.db.pool.query(
    `select (select count(*) from cases) as cases, (select count(*) from jobs) as jobs, (select count(*) from submissions) as submissions,
            (select count(*) from messages) as acknowledgements`,
  );
  const all = residents.length;
  expect(rows).toEqual([{ cases: all, jobs: 2 * all, submissions: all, acknowledgements: all }]);
}

/**
 * What a killed worker was about to hand over is sent again after ten minutes: let them pass, and wait until the sweep
 * of the running worker has seen to it.
 */
export async function sendWhatWasLeft({ deps, councilId }: TestApp): Promise<void> {
  await deps.db.pool.query(
    `update messages set claimed_at = claimed_at - interval '11 minutes' where state = 'sending'`,
  );
  await asOwner(deps.db, (tx) => enqueue(tx, 'contacts-sweep-messages', { councilId }));
  await untilQueueIsEmpty(deps);
  const { rows } = await deps.db.pool.query("select state from messages where state in ('queued', 'sending')");
  expect(rows).toEqual([]);
}

/** Wait until the queue has nothing left that is due. A task that failed, even once, is an error, unless it may. */
export async function untilQueueIsEmpty({ db }: Deps, { mayFail = false } = {}): Promise<void> {
  for (;;) {
    const { rows } = await db.pool.query<{ task: string; error: string | null }>(
      `select task_identifier as task, last_error as error from graphile_worker.jobs where run_at <= now() or last_error is not null`,
    );
    const failed = rows.find(({ error }) => error !== null);
    if (failed && !mayFail) throw new Error(`${failed.task} failed: ${failed.error ?? ''}`);
    if (rows.length === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}
