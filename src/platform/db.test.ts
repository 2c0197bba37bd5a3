import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { askCouncil, inCouncil, send, type Tx } from '#platform/db';
import { prepared } from '#platform/prepared';
import { startApp, type TestApp } from '#test/app';

let house: TestApp;
beforeAll(async () => {
  house = await startApp();
});

const teamOf = (tx: Tx, slug: string) =>
  tx
    .selectFrom('teams')
    .select(['id', 'name', 'phone'])
    .where('council_id', '=', house.councilId)
    .where('slug', '=', slug);
const rename = (tx: Tx, slug: string, name: string | null) =>
  // `name` may not be null: a write that PostgreSQL refuses.
  tx
    .updateTable('teams')
    .set({ name: sql`${name}` })
    .where('council_id', '=', house.councilId)
    .where('slug', '=', slug);
const inHouse = <T>(work: (tx: Tx) => Promise<T>) => inCouncil(house.deps.db, house.councilId, work);
const anyTeam = () =>
  inHouse((tx) =>
    tx.selectFrom('teams').select(['slug', 'name']).where('ended_at', 'is', null).executeTakeFirstOrThrow(),
  );

test('a write that nobody waits for stands after the commit', async () => {
  const { slug } = await anyTeam();
  await inHouse((tx) => {
    send(tx, rename(tx, slug, 'Sent on its way'));
    return Promise.resolve();
  });
  expect(await inHouse((tx) => teamOf(tx, slug).executeTakeFirst())).toMatchObject({ name: 'Sent on its way' });
});

test('a write that nobody waits for and that is refused takes the whole transaction with it, and says why', async () => {
  const { slug, name } = await anyTeam();
  const atTheEnd = inHouse(async (tx) => {
    await rename(tx, slug, 'Never kept').execute();
    send(tx, rename(tx, slug, null));
  });
  await expect(atTheEnd).rejects.toMatchObject({ code: '23502' });
  const beforeAnother = inHouse(async (tx) => {
    send(tx, rename(tx, slug, null));
    await teamOf(tx, slug).execute();
  });
  await expect(beforeAnother).rejects.toMatchObject({ code: '23502' });
  expect(await inHouse((tx) => teamOf(tx, slug).executeTakeFirst())).toMatchObject({ name });
});

test('a transaction that broke is never taken for one that stands', async () => {
  const { slug } = await anyTeam();
  const swallowed = inHouse((tx) =>
    rename(tx, slug, null)
      .execute()
      .catch(() => undefined),
  );
  await expect(swallowed).rejects.toThrow('rolled back');
});

test('a transaction that asks may not write', async () => {
  const { slug } = await anyTeam();
  const written = askCouncil(house.deps.db, house.councilId, (tx) => rename(tx, slug, 'Never').execute());
  await expect(written).rejects.toMatchObject({ code: '25006' });
});

test('a transaction cannot be used after its end', async () => {
  const kept = await askCouncil(house.deps.db, house.councilId, (tx) => Promise.resolve(tx));
  await expect(teamOf(kept, 'x').execute()).rejects.toThrow('already ended');
});

test('a prepared statement gives each asker its own rows, lists and nothing too', async () => {
  const named = prepared((tx, { slugs, phone }: { slugs: readonly string[]; phone: string | null }) =>
    tx
      .selectFrom('teams')
      .select(['slug', sql<string | null>`${phone}::text`.as('given')])
      .where('council_id', '=', house.councilId)
      .where(sql<boolean>`slug = any(${slugs})`)
      .orderBy('slug'),
  );
  const slugs = (await inHouse((tx) => tx.selectFrom('teams').select('slug').orderBy('slug').limit(2).execute())).map(
    ({ slug }) => slug,
  );
  expect(await inHouse((tx) => named.all(tx, { slugs, phone: '1' }))).toEqual(
    slugs.map((slug) => ({ slug, given: '1' })),
  );
  expect(await inHouse((tx) => named.all(tx, { slugs: [], phone: null }))).toEqual([]);
  expect(await inHouse((tx) => named.first(tx, { slugs: slugs.slice(1), phone: null }))).toEqual({
    slug: slugs[1],
    given: null,
  });
});
