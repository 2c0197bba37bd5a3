import { randomUUID } from 'node:crypto';
import type { StaffActor } from '#modules/staff';
import type { MovableClock } from '#platform/clock';
import { asOwner, inCouncil, type Tx } from '#platform/db';
import type { Deps } from '#platform/deps';
import { startApp, type TestApp } from './app.ts';
import { documents } from './seahaven/documents.ts';
import { type PersonSlug, people, type TeamSlug, teams } from './seahaven/people.ts';

/** A council small enough to know by heart, for tests of domain functions: five teams, a partner, three services. */
export interface Seahaven {
  app: TestApp;
  deps: Deps;
  clock: MovableClock;
  councilId: string;
  team: Record<TeamSlug, string>;
  staff: Record<PersonSlug, StaffActor>;
  /** Run in one transaction as a request of this council. */
  run: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;
  /** Let the queue do what is due, and fail where a task failed. */
  work: () => Promise<void>;
  /** Put a new version of a document in force, as the loader would. */
  amend: (kind: string, body: { slug: string }) => Promise<void>;
}

/** @param now default: Tue 24 Nov 2026, 11:00 in London. */
export async function startSeahaven(now?: string): Promise<Seahaven> {
  const app = await startApp(now === undefined ? {} : { now });
  const { deps, clock } = app;
  const councilId = randomUUID();
  const at = clock.now();
  const ids = { team: idsOf<TeamSlug>(teams), staff: idsOf<PersonSlug>(people) };
  await asOwner(deps.db, async (tx) => {
    await tx
      .insertInto('councils')
      .values({ id: councilId, slug: 'seahaven', name: 'Seahaven', created_at: at })
      .execute();
    for (const { kind, body } of documents) await addVersion(tx, councilId, at, { kind, body });
    await addTeams(tx, councilId, ids);
    await addPeople(tx, councilId, at, ids);
  });
  return {
    app,
    deps,
    clock,
    councilId,
    team: ids.team,
    staff: actorsOf(councilId, ids),
    work: () => workAll(app),
    run: (work) => inCouncil(deps.db, councilId, work),
    amend: (kind, body) => asOwner(deps.db, (tx) => addVersion(tx, councilId, clock.now(), { kind, body })),
  };
}

async function workAll({ work, deps }: TestApp): Promise<void> {
  await work();
  const { rows } = await deps.db.pool.query<{ last_error: string }>(
    'select last_error from graphile_worker.jobs where last_error is not null',
  );
  if (rows.length > 0) throw new Error(`a task failed: ${rows.map((row) => row.last_error).join('; ')}`);
}

interface Ids {
  team: Record<TeamSlug, string>;
  staff: Record<PersonSlug, string>;
}

function idsOf<Slug extends string>(named: readonly { slug: Slug }[]): Record<Slug, string> {
  return Object.fromEntries(named.map(({ slug }) => [slug, randomUUID()])) as Record<Slug, string>;
}

async function addVersion(
  tx: Tx,
  councilId: string,
  at: Date,
  { kind, body }: { kind: string; body: { slug: string } },
): Promise<void> {
  const before = await tx
    .updateTable('council_documents')
    .set({ is_current: false })
    .where('council_id', '=', councilId)
    .where('kind', '=', kind)
    .where('slug', '=', body.slug)
    .where('is_current', '=', true)
    .returning('version')
    .executeTakeFirst();
  const common = { council_id: councilId, kind, slug: body.slug, hash: randomUUID(), body: JSON.stringify(body) };
  await tx
    .insertInto('council_documents')
    .values({
      ...common,
      version: (before?.version ?? 0) + 1,
      source: 'folder',
      is_current: true,
      made_at: at,
      made_by: 'test',
    })
    .execute();
  await tx
    .updateTable('councils')
    .set((eb) => ({ revision: eb('revision', '+', 1) }))
    .where('id', '=', councilId)
    .execute();
}

async function addTeams(tx: Tx, councilId: string, { team, staff }: Ids): Promise<void> {
  const rows = teams.map(({ slug, name, kind, manager }) => ({
    council_id: councilId,
    id: team[slug],
    slug,
    name,
    kind,
    inbox: `${slug}@seahaven.example`,
    manager_id: manager === null ? null : staff[manager],
  }));
  await tx.insertInto('teams').values(rows).execute();
}

async function addPeople(tx: Tx, councilId: string, at: Date, { team, staff }: Ids): Promise<void> {
  for (const { slug, name, jobTitle, roles, teams: memberOf } of people) {
    const id = staff[slug];
    const person = randomUUID();
    const email = `${slug}-${person}@seahaven.example`;
    await tx.insertInto('people').values({ id: person, email, name, created_at: at }).execute();
    const member = { council_id: councilId, id, person_id: person, slug, name, job_title: jobTitle };
    await tx
      .insertInto('staff_members')
      .values({ ...member, roles: [...roles], team_id: team[memberOf[0]], joined_at: at })
      .execute();
    const rows = memberOf.map((one) => ({ council_id: councilId, team_id: team[one], staff_id: id, since: at }));
    await tx.insertInto('team_members').values(rows).execute();
  }
}

function actorsOf(councilId: string, { team, staff }: Ids): Record<PersonSlug, StaffActor> {
  const actors = people.map(({ slug, name, jobTitle, roles, teams: memberOf }) => [
    slug,
    {
      councilId,
      type: 'staff',
      id: staff[slug],
      name,
      slug,
      jobTitle,
      roles,
      skills: [],
      teamIds: memberOf.map((one) => team[one]),
      teamId: team[memberOf[0]],
    } satisfies StaffActor,
  ]);
  return Object.fromEntries(actors) as Record<PersonSlug, StaffActor>;
}
