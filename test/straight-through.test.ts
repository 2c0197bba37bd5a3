import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { systemClock } from '#platform/clock';
import { keepSecret } from '#platform/secret';
import { startApp, type TestApp } from '#test/app';
import { APPLICATIONS } from '#test/application-sheets';
import { apply, dateFields } from '#test/apply';
import { type Office, startOffice } from '#test/back-office';
import { Browser } from '#test/browser';
import { prove } from '#test/discount';
import { atEndOfFile } from '#test/endings';
import { SECRET } from '#test/hand-overs';
import { aToken } from '#test/machine';
import { startMailSink } from '#test/mail-sink';
import { overTheWire } from '#test/over-the-wire';
import { startServerProcess } from '#test/server-process';

// B-07 and Q-12 as an operator sees them: Frontdoor and the back office, each a process, and a wire between them.

const HOUSE_SECRET = 'a secret that all processes of one installation share';
const DISCOUNT = 'council-tax-single-person-discount';

/** A house of this process on the same database, to look into it and to sign in. */
let home: TestApp;
let house: ReturnType<typeof overTheWire>;
let office: Office;
let officeAgain: () => Promise<Office>;
let mails: readonly { to: string }[];
let colin: Browser;

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'straight-through-'));
  atEndOfFile(() => rm(folder, { recursive: true, force: true }));
  home = await startApp({ now: systemClock.now().toISOString(), deps: { secret: keepSecret(folder, HOUSE_SECRET) } });
  const start = { file: join(folder, 'back-office.json'), token: await aToken(home, 'api-write') };
  office = await startOffice(start);
  officeAgain = () => startOffice({ ...start, port: new URL(office.url).port });
  const sink = await startMailSink();
  mails = sink.mails;
  const { url } = await startServerProcess({
    DATABASE_URL: home.deps.db.url,
    SECRET: HOUSE_SECRET,
    SMTP_URL: sink.url,
    MAIL_FROM: 'no-reply@estuary.example',
    HANDOVER_BACK_OFFICE_URL: `${office.url}/hand-overs`,
    HANDOVER_BACK_OFFICE_SECRET: SECRET,
    HANDOVER_NETWORKS: '127.0.0.1',
  });
  house = overTheWire(url);
  const signedIn = await home.signedIn('colin-webb');
  // As if he had come in by his password: a house that is no demonstration takes no other session.
  await home.deps.db.pool.query("update sessions set data = data - 'isDemonstration'");
  colin = signedIn.twin(house);
});

interface Row {
  state: string;
  attempts: number;
  last_error: string | null;
  ending: string | null;
  decisions: number;
  decided_by: string | null;
}

async function rowOf(reference: string): Promise<Row> {
  const { rows } = await home.deps.db.pool.query<Row>(
    `select h.state, h.attempts, h.last_error, c.ending,
       (select count(*) from decisions d where d.case_id = c.id) as decisions,
       (select max(d.proposed_by_name) from decisions d where d.case_id = c.id) as decided_by
     from cases c left join hand_overs h on h.case_id = c.id where c.reference = $1`,
    [reference],
  );
  return rows[0] as Row;
}

/** What goes by itself is waited for, half a minute at most. */
async function until(reference: string, isThere: (row: Row) => boolean): Promise<Row> {
  const end = Date.now() + 30_000;
  for (;;) {
    const row = await rowOf(reference);
    if (isThere(row)) return row;
    if (Date.now() > end) throw new Error(`it never came to that: ${JSON.stringify(row)}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function applied(): Promise<{ kay: Browser; reference: string }> {
  const kay = new Browser(house);
  const lastWeek = new Date(Date.now() - 7 * 86_400_000).toISOString().slice(0, 10);
  const sheet = { ...APPLICATIONS[DISCOUNT]?.full, since: dateFields('since', lastWeek) };
  const { page, at } = await apply(kay, DISCOUNT, sheet);
  expect(page, at).toBe('sent');
  return { kay, reference: /[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}/.exec(kay.text)?.[0] ?? '' };
}

test('an eligible discount is granted over the wire with no officer, and the customer is told', {
  timeout: 60_000,
}, async () => {
  const { kay, reference } = await applied();
  const row = await until(reference, ({ ending }) => ending !== null);
  await prove(kay, reference);
  await colin.visit('/desk/hand-overs');

  expect(row).toMatchObject({ state: 'answered', ending: 'done', decisions: 1 });
  expect(row.decided_by).toBe('Council tax and benefits system');
  expect(kay.text).toContain('We have said yes to what you applied for. It is £487.50 a year from');
  expect(kay.text).toContain('You are the only adult in your home. This rests on: Local Government Finance Act 1992');
  expect(kay.text).toContain('you can ask the Valuation Tribunal');
  await expect.poll(() => mails.filter(({ to }) => to === 'kay@example.com').length, { timeout: 30_000 }).toBe(2);
  expect(colin.text).toMatch(/Single person discount 1 1 100%/);
});

test('with the back office away it is accepted, promised, tried again, listed and decided by hand, and its late yes is no news', {
  timeout: 120_000,
}, async () => {
  await office.stop();
  const { kay, reference } = await applied();
  expect(kay.text).toMatch(/by (\d+(am|pm) on )?\w+day \d+ \w+/);
  const away = await until(reference, ({ attempts }) => attempts > 0);
  expect(away).toMatchObject({ state: 'waiting', ending: null });
  await until(reference, ({ last_error: error }) => error !== null);
  await colin.visit('/desk/hand-overs?state=not-arrived');
  expect(colin.text).toMatch(new RegExp(`${reference}.*It could not be reached`));
  await colin.submit({}, '/desk/hand-overs/retries');
  await until(reference, ({ attempts }) => attempts > 1);

  await colin.visit(`/desk/cases/${reference}`);
  const grant = { 'decision-result': 'granted', 'decision-reasons': 'only-adult' };
  await colin.submit(grant, `/desk/cases/${reference}/decision`);
  await prove(kay, reference);
  expect(kay.text).toContain('You are the only adult in your home.');
  await colin.visit('/desk/hand-overs');
  expect(colin.text).toMatch(/Single person discount 2 1 50%/);

  await officeAgain();
  await colin.submit({}, '/desk/hand-overs/retries');
  const after = await until(reference, ({ state }) => state === 'answered');
  expect(after).toMatchObject({ ending: 'done', decisions: 1, decided_by: 'Colin Webb' });
  await colin.visit('/desk/hand-overs?state=attention');
  expect(colin.text).toContain('No hand-overs are here');
});
