import { beforeAll, beforeEach, expect, test } from 'vitest';
import { councilConfig, keepDocuments } from '#modules/councils';
import { currentService, isReport, serviceCatalogue, serviceVersion } from '#modules/services';
import { asOwner, type Db, inCouncil } from '#platform/db';
import { startApp, type TestApp } from '#test/app';
import { RULES } from '#test/council-check';
import type { Council } from './council.ts';
import { loadCouncil } from './load-council.ts';
import { readCouncilFolder } from './read-council-folder.ts';

let app: TestApp;
let estuary: Council;
let db: Db;
const loader = { name: 'a test' };

beforeAll(async () => {
  const read = await readCouncilFolder('councils/estuary', RULES);
  if (!read.ok) throw new Error('the demonstration council has problems');
  estuary = read.council;
});

beforeEach(async () => {
  app = await startApp();
  db = app.deps.db;
});

const load = (council: Council, withPeople = true) =>
  asOwner(db, (tx) => loadCouncil(tx, app.clock, loader, { council, withPeople }));

async function loaded(council: Council, withPeople = true): Promise<string> {
  const result = await load(council, withPeople);
  if (!result.ok) throw new Error(result.refusal);
  return result.councilId;
}

/** A council of the same content under another name, so that nothing of an earlier load is in the way. */
const named = (slug: string): Council => ({ ...estuary, profile: { ...estuary.profile, slug, hosts: [] } });

function withService(council: Council, slug: string, change: { summary: { en: string } }): Council {
  const services = council.services.map((service) => (service.slug === slug ? { ...service, ...change } : service));
  return { ...council, services };
}

test('loading a folder puts its services, teams and people in force', async () => {
  const councilId = await loaded(named('marsh'));

  await inCouncil(db, councilId, async (tx) => {
    const config = await councilConfig(tx, councilId);
    expect(config.profile.name).toBe('Estuary Borough Council');
    expect(config.templates.get('done')?.body).toContain('{{officer}}');
    expect((await serviceCatalogue(tx, councilId)).services.size).toBe(estuary.services.length);
    const waste = await tx
      .selectFrom('teams')
      .innerJoin('staff_members as manager', 'manager.id', 'teams.manager_id')
      .select(['teams.name', 'teams.inbox', 'manager.name as manager'])
      .where('teams.council_id', '=', councilId)
      .where('teams.slug', '=', 'waste')
      .executeTakeFirst();
    expect(waste).toEqual({ name: 'Waste and recycling', inbox: 'waste@estuary.example', manager: 'Kath Bryant' });
  });
});

test('loading the same folder again changes nothing', async () => {
  const councilId = await loaded(named('marsh'));
  const before = await everything(councilId);

  expect(await load(named('marsh'))).toEqual({ ok: true, councilId, made: 0, ended: 0 });
  expect(await everything(councilId)).toEqual(before);
});

test('a changed service is a new version, and what runs keeps its own', async () => {
  const councilId = await loaded(named('marsh'));
  await inCouncil(db, councilId, (tx) => currentService(tx, councilId, 'pothole'));

  const result = await load(withService(named('marsh'), 'pothole', { summary: { en: 'Tell us about any hole.' } }));

  expect(result).toEqual({ ok: true, councilId, made: 1, ended: 0 });
  await inCouncil(db, councilId, async (tx) => {
    const now = await currentService(tx, councilId, 'pothole');
    expect(now).toMatchObject({ version: 2, service: { summary: { en: 'Tell us about any hole.' } } });
    const before = await serviceVersion(tx, councilId, 'pothole', 1);
    expect(before && isReport(before) && before.summary.en).toMatch(/^Tell us about a hole or damage/);
  });
});

test('a service that leaves the folder is no longer offered, and goes on counting when it comes back', async () => {
  const councilId = await loaded(named('marsh'));
  const council = named('marsh');
  const without = { ...council, services: council.services.filter(({ slug }) => slug !== 'noise') };

  expect(await load(without)).toMatchObject({ made: 0, ended: 1 });
  expect(await inCouncil(db, councilId, (tx) => currentService(tx, councilId, 'noise'))).toBeUndefined();

  await loaded(council);
  expect(await inCouncil(db, councilId, (tx) => currentService(tx, councilId, 'noise'))).toMatchObject({ version: 2 });
});

test('a service that was edited at the desk makes the load refuse, and the difference is shown', async () => {
  const councilId = await loaded(named('marsh'));
  await db.pool.query(
    `update council_documents set source = 'desk', hash = 'edited at the desk', version = 2,
       body = jsonb_set(body, '{summary,en}', '"Holes and bumps."')
     where council_id = $1 and kind = 'service' and slug = 'pothole'`,
    [councilId],
  );
  const changed = withService(named('marsh'), 'noise', { summary: { en: 'All noise.' } });

  const result = await load(changed);

  expect(result).toEqual({
    ok: false,
    refusal: 'edited-at-desk',
    edited: [
      {
        kind: 'service',
        slug: 'pothole',
        version: 2,
        differences: [
          {
            path: 'summary.en',
            folder: '"Tell us about a hole or damage in a road, pavement or cycle path."',
            desk: '"Holes and bumps."',
          },
        ],
      },
    ],
  });
  const noise = await inCouncil(db, councilId, (tx) => currentService(tx, councilId, 'noise'));
  expect(noise?.version).toBe(1);
});

test('without a demonstration its people do not exist', async () => {
  const councilId = await loaded(named('marsh'), false);

  const { rows } = await db.pool.query('select count(*) as people from staff_members where council_id = $1', [
    councilId,
  ]);
  expect(rows).toEqual([{ people: 0 }]);
});

test('two councils in one database have each their own', async () => {
  const marsh = await loaded(named('marsh'));
  const fen = await loaded(withService(named('fen'), 'noise', { summary: { en: 'Noise in the fen.' } }));

  const summaryOf = async (councilId: string) =>
    (await inCouncil(db, councilId, (tx) => currentService(tx, councilId, 'noise')))?.service.summary.en;
  expect(await summaryOf(fen)).toBe('Noise in the fen.');
  expect(await summaryOf(marsh)).toMatch(/^Tell us about noise/);
});

test('two loads at once make each version once', async () => {
  await Promise.all([load(named('marsh')), load(named('marsh'))]);

  const { rows } = await db.pool.query(
    `select count(*) as documents, max(version) as version from council_documents join councils on councils.id = council_id
     where councils.slug = 'marsh' and kind = 'service'`,
  );
  expect(rows).toEqual([{ documents: estuary.services.length, version: 1 }]);
});

test('nobody but Frontdoor itself puts documents in force', async () => {
  const councilId = await loaded(named('marsh'));
  const actor = { councilId, type: 'staff', id: null, name: 'Ada Mensah' } as const;

  const result = await inCouncil(db, councilId, (tx) => keepDocuments(tx, app.clock, actor, []));

  expect(result).toEqual({ ok: false, refusal: 'not-allowed' });
});

async function everything(councilId: string): Promise<unknown[]> {
  const read = (sql: string) => db.pool.query(sql, [councilId]).then(({ rows }) => rows as unknown[]);
  return [
    await read('select id, name, revision from councils where id = $1'),
    await read('select kind, slug, version, is_current from council_documents where council_id = $1 order by 1, 2, 3'),
    await read('select id, slug, manager_id, cover_id, ended_at from teams where council_id = $1 order by slug'),
    await read('select id, slug from staff_members where council_id = $1 order by slug'),
    await read('select team_id, staff_id, since from team_members where council_id = $1 order by 1, 2, 3'),
  ];
}
