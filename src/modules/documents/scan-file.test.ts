import { beforeEach, expect, test } from 'vitest';
import { startApp, type TestApp } from '#test/app';
import type { Browser } from '#test/browser';
import { APPLY, answerDiscount, sendDiscount, withDiscount } from '#test/discount';
import { EICAR, type FakeClamd, fakeClamd } from '#test/fake-clamd';

const ADDRESS = `${APPLY}/evidence/proof-of-address`;
const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n');
const VIRUS = Buffer.concat([PDF, Buffer.from(EICAR)]);

let clamd: FakeClamd;
let house: TestApp;

beforeEach(async () => {
  clamd = await fakeClamd();
  house = await startApp({ deps: { clamd: clamd.address } });
  await withDiscount(house);
});

const stateOf = async () => {
  const { rows } = await house.deps.db.pool.query<{ scan_state: string }>('select scan_state from files');
  return rows.map(({ scan_state }) => scan_state);
};

async function send(bytes: Buffer): Promise<{ kay: Browser; reference: string }> {
  const kay = house.browser();
  await answerDiscount(kay);
  await kay.attach(ADDRESS, { field: 'file', name: 'statement.pdf', bytes }, { how: 'upload' });
  return { kay, reference: await sendDiscount(kay) };
}

async function atDesk(reference: string): Promise<Browser> {
  const desk = await house.signedIn('yusuf-ali');
  await desk.visit(`/desk/cases/${reference}`);
  return desk;
}

const fileOf = (desk: Browser): string =>
  /\/desk\/cases\/[\w-]+\/evidence\/[\w-]+\/files\/[\w-]+/.exec(desk.html)?.[0] ?? '';

test('a file waits for its scan, is found clean by a job, and opens', async () => {
  const { reference } = await send(PDF);
  expect(await stateOf()).toEqual(['waiting']);
  const desk = await atDesk(reference);
  expect(desk.text).toContain('waits for its virus check');
  await house.work();
  expect(await stateOf()).toEqual(['clean']);
  expect(clamd.scanned[0]?.equals(PDF)).toBe(true);
  await desk.visit(`/desk/cases/${reference}`);
  expect(desk.text).toContain('virus check passed');
  await desk.visit(fileOf(desk));
  expect(desk.status).toBe(200);
});

test('a virus: nobody opens the file, the officer sees why, and the customer is asked to send it again', async () => {
  const { kay, reference } = await send(VIRUS);
  const desk = await atDesk(reference);
  const file = fileOf(desk);
  await house.work();
  await desk.visit(file);
  expect(desk.status).toBe(410);
  expect(desk.text).toContain('A virus was found in this file, so nobody can open it');
  await desk.visit(`/desk/cases/${reference}`);
  expect(desk.text).toContain('a virus was found: it cannot be opened');
  expect(desk.text).toContain('Proof of address Refused');
  await house.work();
  await kay.visit(`/track/${reference}`);
  const { rows } = await house.deps.db.pool.query<{ body: string }>('select body from messages');
  expect(rows.map(({ body }) => body).join(' ')).toContain('Please send proof of address again');
  const entries = await house.deps.db.pool.query("select id from case_entries where kind = 'asked'");
  expect(entries.rows).toHaveLength(1);
});

test('a virus that was found before the form was sent makes no trouble for sending it, and the piece is asked for again', async () => {
  const kay = house.browser();
  await answerDiscount(kay);
  await kay.attach(ADDRESS, { field: 'file', name: 'statement.pdf', bytes: VIRUS }, { how: 'upload' });
  await house.work();
  expect(await stateOf()).toEqual(['infected']);
  const reference = await sendDiscount(kay);
  expect((await atDesk(reference)).text).toContain('Proof of address Refused');
});

test.each(['garbage', 'hang-up', 'too-large'] as const)(
  'a scanner that answers %j is asked again later, and the file is not called clean meanwhile',
  async (how) => {
    clamd.behaves(how);
    const { reference } = await send(PDF);
    await house.work();
    expect(await stateOf()).toEqual(['failed']);
    expect((await atDesk(reference)).text).toContain('the virus check failed and is tried again');
    const { rows } = await house.deps.db.pool.query<{ run_at: Date }>(
      "select run_at from graphile_worker.jobs where task_identifier = 'file-scan'",
    );
    expect(rows[0]?.run_at.getTime()).toBe(house.clock.now().getTime() + 60_000);
    clamd.behaves('scan');
    await house.deps.db.pool.query(
      'select graphile_worker.reschedule_jobs(array(select id from graphile_worker.jobs), now())',
    );
    await house.work();
    expect(await stateOf()).toEqual(['clean']);
  },
);

test('without a scanner every file says that it was not scanned', async () => {
  house = await startApp();
  await withDiscount(house);
  const { reference } = await send(VIRUS);
  await house.work();
  expect(await stateOf()).toEqual(['not-scanned']);
  expect((await atDesk(reference)).text).toContain('not checked for viruses');
});
