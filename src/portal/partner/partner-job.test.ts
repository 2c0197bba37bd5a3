import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { endCase, reassignJob } from '#modules/cases';
import { makeLink, type StaffActor, staffActor } from '#modules/staff';
import { inCouncil, type Tx } from '#platform/db';
import type { Logger } from '#platform/log';
import { startApp, type TestApp } from '#test/app';
import type { Browser } from '#test/browser';
import { DARK_LIGHT, reportInStreet } from '#test/street-reports';

const NOW = '2026-11-25T11:00:00Z';
const logged: string[] = [];
const note = (fields: object, message: string) => void logged.push(JSON.stringify(fields) + message);
const log: Logger = { debug: note, info: note, warn: note, error: note };

let house: TestApp;
let path: string;
let jobId: string;
let caseId: string;
let crew: Browser;

beforeAll(async () => {
  house = await startApp({ now: NOW, deps: { log } });
});
beforeEach(async () => {
  house.clock.moveTo(NOW);
  ({ path, jobId, caseId } = await mailedJob());
  crew = house.browser();
});

/** A dark street light is reported; the email to the partner holds the way to its job. */
async function mailedJob(): Promise<{ path: string; jobId: string; caseId: string }> {
  const opened = await reportInStreet(house, { ...DARK_LIGHT, place: { words: `Elm Road ${randomUUID()}` } });
  await house.work();
  const { rows } = await house.deps.db.pool.query<{ body: string }>(
    "select body from messages where case_id = $1 and template_slug = 'job-sheet'",
    [opened.caseId],
  );
  const mailed = /\/partner\/jobs\/[\w-]{43}/.exec(rows[0]?.body ?? '')?.[0] ?? '';
  return { path: mailed, jobId: opened.jobs[0]?.id ?? '', caseId: opened.caseId };
}

async function asManager<Result>(work: (tx: Tx, manager: StaffActor) => Promise<Result>): Promise<Result> {
  const { deps, councilId } = house;
  return inCouncil(deps.db, councilId, async (tx) => {
    const row = await tx.selectFrom('staff_members').select('id').where('slug', '=', 'marcus-lee').executeTakeFirst();
    const manager = await staffActor(tx, councilId, row?.id ?? '');
    if (!manager) throw new Error('nobody manages the streets');
    return work(tx, manager);
  });
}

const aPhoto = () =>
  sharp({ create: { width: 8, height: 8, channels: 3, background: 'gray' } })
    .jpeg()
    .toBuffer();

function expectNoJob(): void {
  expect(crew.status).toBe(404);
  expect(crew.text).toContain('This link does not open a job');
  expect(crew.text).toContain('send you a new link');
  expect(crew.text).not.toMatch(/Elm Road|Mend the light|Kay/);
}

test('the mailed link opens the sheet, without an account and without anything else of the case', async () => {
  await crew.visit(path);
  expect(crew.status).toBe(200);
  expect(crew.text).toContain('Mend the light');
  expect(crew.text).toContain('Elm Road');
  expect(crew.text).toContain('Kay Lewis, 020 7946 0001');
  expect(crew.html).not.toMatch(/kay@mail|href="\/desk|href="\/services/);
});

test('the page tells its address to nobody and asks not to be found or kept', async () => {
  await crew.visit(path);
  expect(crew.page?.headers).toMatchObject({
    'referrer-policy': 'no-referrer',
    'x-robots-tag': 'noindex, nofollow',
    'cache-control': 'no-store',
  });
  expect((await house.get('/robots.txt')).body).toContain('Disallow: /partner');
});

test('a crew accepts the job, notes what it saw, and calls it done with a photo', async () => {
  await crew.visit(path);
  await crew.submit({}, `${path}/acceptance`);
  expect(crew.text).toContain('Accepted');
  await crew.submit({ note: 'The column leans' }, `${path}/note`);
  expect(crew.text).toContain('The column leans');
  await crew.submit({ 'done-note': 'New lamp', 'for-customer': '' }, `${path}/completion`);
  expect(crew.status).toBe(422);
  expect(crew.text).toContain('Add a photo of the work');
  expect(crew.html).toContain('New lamp');
  const photo = { field: 'done-photo', name: 'lamp.jpg', bytes: await aPhoto() };
  await crew.attach(`${path}/completion`, photo, { 'done-note': 'New lamp', 'for-customer': 'It shines again.' });
  expect(crew.status).toBe(200);
  expect(crew.text).toContain('You told us that this is done');
  expect(crew.html).not.toContain(`${path}/completion`);
  const shown = new RegExp(`src="(${path}/files/[0-9a-f-]+)"`).exec(crew.html)?.[1] ?? '';
  await crew.visit(shown);
  expect(crew.page?.headers['content-type']).toBe('image/jpeg');
});

test('a job is sent back with a reason, and one without is asked for it', async () => {
  await crew.visit(path);
  await crew.submit({ reason: '  ' }, `${path}/return`);
  expect(crew.status).toBe(422);
  expect(crew.text).toContain('Write why it cannot be done as it stands');
  await crew.submit({ reason: 'The column belongs to the railway' }, `${path}/return`);
  expect(crew.text).toContain('You sent this back');
  expect(crew.text).toContain('The column belongs to the railway');
});

test('no access is written down with how it was tried, and what was typed stays when something is missing', async () => {
  await crew.visit(path);
  await crew.submit({ why: 'no-access', 'not-done-note': 'A van stood on it' }, `${path}/not-done`);
  expect(crew.status).toBe(422);
  expect(crew.text).toContain('Choose how you tried');
  expect(crew.html).toContain('A van stood on it');
  const tried = { why: 'no-access', means: 'visit', again: 'no', 'not-done-note': 'A van stood on it' };
  await crew.attach(`${path}/not-done`, { field: 'not-done-photo', name: 'van.jpg', bytes: await aPhoto() }, tried);
  expect(crew.text).toContain('this could not be done');
  expect(crew.html).toContain('alt="The work, 1 of 1"');
});

test('a file that is no photo is refused by name', async () => {
  await crew.visit(path);
  const file = { field: 'photo', name: 'lamp.jpg', bytes: Buffer.from('not a photo') };
  await crew.attach(`${path}/note`, file, { note: 'See this' });
  expect(crew.status).toBe(422);
  expect(crew.text).toContain('lamp.jpg: The file must be a photo');
  expect(crew.html).toContain('See this');
});

test('a wrong, empty-handed, foreign or endless token gets one and the same page', async () => {
  const { deps, clock, councilId } = house;
  const other = await inCouncil(deps.db, councilId, (tx) =>
    makeLink(tx, clock, {
      councilId,
      purpose: 'invitation',
      subjectType: 'job',
      subjectId: jobId,
      expiresAt: new Date('2027-01-01T00:00:00Z'),
    }),
  );
  const pages = new Set<string>();
  for (const token of ['nonsense', '%00', '..%2F..%2Fdesk', `${path.slice(14, -1)}!`, other, 'x'.repeat(200)]) {
    await crew.visit(`/partner/jobs/${token}`);
    expectNoJob();
    pages.add(crew.text);
  }
  expect(pages.size).toBe(1);
});

test('a link ends after thirty days', async () => {
  house.clock.advance(30 * 24 * 60);
  await crew.visit(path);
  expectNoJob();
});

test('a link ends when the job goes to somebody else, also for a form that is open', async () => {
  await crew.visit(path);
  const done = await asManager(async (tx, manager) => {
    const { id } = await tx.selectFrom('teams').select('id').where('slug', '=', 'highways').executeTakeFirstOrThrow();
    return reassignJob(tx, house.clock, manager, { jobId, teamId: id, why: 'We do it ourselves' });
  });
  expect(done.ok).toBe(true);
  await crew.submit({ note: 'Too late' }, `${path}/note`);
  expectNoJob();
  await crew.visit(path);
  expectNoJob();
});

test('a link shows no photo of another job', async () => {
  const other = await mailedJob();
  const colleague = house.browser();
  await colleague.visit(other.path);
  const photo = { field: 'photo', name: 'lamp.jpg', bytes: await aPhoto() };
  await colleague.attach(`${other.path}/note`, photo, { note: '' });
  const file = /files\/([0-9a-f-]+)/.exec(colleague.html)?.[1] ?? '';
  expect(file).not.toBe('');
  await crew.visit(`${path}/files/${file}`);
  expectNoJob();
  await crew.visit(`${path}/files/nonsense`);
  expectNoJob();
});

test('a job that was called back says so, and no longer where anybody lives', async () => {
  const ended = await asManager((tx, manager) =>
    endCase(tx, house.clock, manager, { case: caseId, ending: 'withdrawn', reason: 'It shines again' }),
  );
  expect(ended.ok).toBe(true);
  await crew.visit(path);
  expect(crew.text).toContain('We have called this job back');
  expect(crew.text).not.toMatch(/Elm Road|Kay/);
});

test('a form without its token against forgery changes nothing', async () => {
  const reply = await house.app.inject({ method: 'POST', url: `${path}/acceptance` });
  expect(reply.statusCode).toBe(403);
  await crew.visit(path);
  expect(crew.text).toContain('Not accepted yet');
});

test('asking faster than a hand can is told to wait', async () => {
  await crew.visit(path);
  await house.deps.db.pool.query("update rate_limits set hits = 300 where key like 'partner-look:%'");
  await crew.visit(path);
  expect(crew.status).toBe(429);
  expect(crew.page?.headers['retry-after']).toBeDefined();
  expect(crew.page?.headers['referrer-policy']).toBe('no-referrer');
  await house.deps.db.pool.query('delete from rate_limits');
});

test('the token stands in no log, not even when a photo cannot be read', async () => {
  await crew.visit(path);
  await crew.attach(`${path}/note`, { field: 'photo', name: 'a.jpg', bytes: await aPhoto() }, { note: '' });
  const shown = new RegExp(`src="(${path}/files/[0-9a-f-]+)"`).exec(crew.html)?.[1] ?? '';
  const away = vi.spyOn(house.deps.files, 'get').mockRejectedValue(new Error('the disk is away'));
  await crew.visit(shown);
  away.mockRestore();
  expect(crew.status).toBe(500);
  expect(logged.join()).toContain('the disk is away');
  expect(logged.join()).toContain('/partner/jobs/:token/files/:file');
  expect(logged.join()).not.toContain(path.slice(14));
});
