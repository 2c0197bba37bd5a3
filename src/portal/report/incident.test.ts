import { beforeEach, expect, test } from 'vitest';
import { endIncident, openIncident } from '#modules/cases';
import { type StaffActor, staffActor } from '#modules/staff';
import { inCouncil, type Tx } from '#platform/db';
import { startApp, type TestApp } from '#test/app';
import type { Browser } from '#test/browser';

/** Rubbish and recycling on Tuesday 24 November 2026. */
const HOME = '999000001009';
const BASE = '/services/missed-bin/report';
const LORRY = 'A lorry broke down. We will be back tomorrow.';

let house: TestApp;
let reference: string;
let kay: Browser;

beforeEach(async () => {
  house = await startApp({ now: '2026-11-25T11:00:00Z' });
  reference = await lorryBrokeDown();
  kay = house.browser();
});

const asManager = <Result>(work: (tx: Tx, manager: StaffActor) => Promise<Result>): Promise<Result> =>
  inCouncil(house.deps.db, house.councilId, async (tx) => {
    const row = await tx.selectFrom('staff_members').select('id').where('slug', '=', 'kath-bryant').executeTakeFirst();
    const manager = await staffActor(tx, house.councilId, row?.id ?? '');
    if (!manager) throw new Error('nobody manages the crews');
    return work(tx, manager);
  });

async function lorryBrokeDown(): Promise<string> {
  const { rows } = await house.deps.db.pool.query<{ slug: string }>(
    'select round_slug as slug from address_collections where uprn = $1 and container = $2 and until is null',
    [HOME, 'rubbish'],
  );
  const opened = await asManager((tx, manager) =>
    openIncident(tx, house.clock, manager, {
      kind: 'round-not-done',
      service: 'missed-bin',
      title: 'Lorry 14',
      message: LORRY,
      roundSlug: rows[0]?.slug ?? '',
      onDate: '2026-11-24',
    }),
  );
  if (!opened.ok) throw new Error(opened.refusal);
  return opened.reference;
}

async function atHome(browser: Browser): Promise<void> {
  await browser.visit(BASE);
  await browser.submit({}, BASE);
  await browser.submit({ place: 'IG11 0AE' });
  await browser.submit({ place: HOME });
}

async function counted(table: 'cases' | 'incident_members' | 'contacts'): Promise<number> {
  const { rows } = await house.deps.db.pool.query<{ n: number }>(
    `select count(*) as n from ${table} where council_id = $1`,
    [house.councilId],
  );
  return Number(rows[0]?.n);
}

async function messagesTo(address: string): Promise<string[]> {
  await house.work();
  const { rows } = await house.deps.db.pool.query<{ template: string }>(
    'select template_slug as template from messages where to_address = $1 order by id',
    [address],
  );
  return rows.map(({ template }) => template);
}

test('Kay 3: what happened to the whole street is said before anything is typed, with the date', async () => {
  await atHome(kay);
  expect(kay.url).toBe(`${BASE}/incident`);
  expect(kay.text).toContain(LORRY);
  expect(kay.text).toContain('We will be back by');
  expect(kay.text).not.toContain('Lorry 14');
});

test('whoever joins is told now and when it is over, and no case is made', async () => {
  await atHome(kay);
  await kay.visit(`${BASE}/incident/join`);
  await kay.submit({ name: '', email: 'kay@example.com', phone: '' });
  expect(kay.url).toBe(`${BASE}/incident/joined`);
  expect(kay.text).toContain('We tell you when it is over');
  expect(kay.text).toContain(reference);
  expect(await counted('cases')).toBe(0);
  expect(await messagesTo('kay@example.com')).toEqual(['incident']);
  const ended = await asManager((tx, manager) =>
    endIncident(tx, house.clock, manager, { incident: reference, ending: 'We emptied every bin.' }),
  );
  expect(ended.ok).toBe(true);
  expect(await messagesTo('kay@example.com')).toEqual(['incident', 'incident-over']);
});

test('joining twice is joining once', async () => {
  await atHome(kay);
  await kay.visit(`${BASE}/incident/join`);
  const twin = kay.twin();
  const given = { name: 'Kay', email: 'kay@example.com', phone: '' };
  await kay.submit(given);
  await twin.submit({ ...given, email: 'KAY@example.com' });
  expect(twin.status).toBe(200);
  expect(await counted('incident_members')).toBe(1);
  expect(await messagesTo('kay@example.com')).toEqual(['incident']);
});

test('without a way to be told, or with one that is none, it says what to enter and keeps what was typed', async () => {
  await atHome(kay);
  await kay.visit(`${BASE}/incident/join`);
  await kay.submit({ name: 'Kay', email: '', phone: '' });
  expect(kay.status).toBe(422);
  expect(kay.text).toContain('Enter an email address or a phone number');
  expect(kay.html).toContain('value="Kay"');
  await kay.submit({ name: '', email: 'kay', phone: '12' });
  expect(kay.text).toContain('Enter an email address with an @');
  expect(kay.text).toContain('Enter a phone number');
  expect(await counted('incident_members')).toBe(0);
});

test('nobody gets past it to a case of their own, by another address or an old form', async () => {
  await atHome(kay);
  await kay.visit(`${BASE}/answers`);
  expect(kay.url).toBe(`${BASE}/incident`);
  expect(kay.html).not.toContain('go on');
});

test('when it is over, the report goes on', async () => {
  await atHome(kay);
  await kay.visit(`${BASE}/incident/join`);
  await asManager((tx, manager) =>
    endIncident(tx, house.clock, manager, { incident: reference, ending: 'We emptied every bin.' }),
  );
  await kay.submit({ name: '', email: 'kay@example.com', phone: '' });
  expect(kay.url).toBe(`${BASE}/questions/containers`);
});

test('another street and another service hear nothing of it', async () => {
  const omar = house.browser();
  await omar.visit(BASE);
  await omar.submit({}, BASE);
  await omar.visit(`${BASE}/incident`);
  expect(omar.url).not.toContain('incident');
});

test('where the service only warns of an incident, another problem can still be reported', async () => {
  const opened = await asManager((tx, manager) =>
    openIncident(tx, house.clock, manager, {
      kind: 'block-no-water',
      service: 'no-water',
      title: 'Pump',
      message: 'The pump of your block has stopped.',
      area: { postcodes: ['IG11 0AE'] },
    }),
  );
  expect(opened.ok).toBe(true);
  const base = '/services/no-water/report';
  await kay.visit(base);
  await kay.submit({}, base);
  await kay.submit({ place: 'IG11 0AE' });
  await kay.submit({ place: HOME });
  expect(kay.url).toBe(`${base}/incident`);
  expect(kay.text).toContain('The pump of your block has stopped.');
  await kay.submit({}, `${base}/incident`);
  expect(kay.url).toBe(`${base}/questions/tenure`);
});
