import sharp from 'sharp';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { askCustomer, completeJob, endCase } from '#modules/cases';
import { storeUpload } from '#modules/documents';
import { systemActor } from '#platform/actor';
import { inCouncil, type Tx } from '#platform/db';
import { startApp, type TestApp } from '#test/app';
import type { Browser } from '#test/browser';
import { reportInStreet } from '#test/street-reports';

const NOW = '2026-11-25T11:00:00Z';
const KAY = 'kay@mail.example';

let house: TestApp;
let reference: string;
let caseId: string;
let jobIds: string[];
let kay: Browser;

beforeAll(async () => {
  house = await startApp({ now: NOW });
});
beforeEach(async () => {
  house.clock.moveTo(NOW);
  await house.deps.db.pool.query('delete from rate_limits');
  const opened = await reportInStreet(house);
  ({ reference, caseId } = opened);
  jobIds = opened.jobs.map(({ id }) => id);
  kay = house.browser();
});

const run = <Result>(work: (tx: Tx) => Promise<Result>) => inCouncil(house.deps.db, house.councilId, work);
const system = () => systemActor(house.councilId);
const picture = (background = 'gray', width = 8) =>
  sharp({ create: { width, height: 8, channels: 3, background } })
    .withExif({ IFD0: { Copyright: 'Kay' } })
    .jpeg()
    .toBuffer();

/** The link in the newest email to Kay. */
async function mailedLink(): Promise<string> {
  await house.work();
  const { rows } = await house.deps.db.pool.query<{ body: string }>(
    'select body from messages where case_id = $1 and to_address = $2 order by id',
    [caseId, KAY],
  );
  return new RegExp(`/track/${reference}/open/[\\w-]{43}`).exec(rows.at(-1)?.body ?? '')?.[0] ?? '';
}

async function prove(browser: Browser): Promise<void> {
  await browser.visit(`/track/${reference}`);
  await browser.submit({ fact: KAY });
  expect(browser.status).toBe(200);
}

async function doTheWork(): Promise<void> {
  for (const jobId of jobIds) {
    const stored = await storeUpload(house.deps, system(), {
      name: 'work.jpg',
      bytes: await picture('blue'),
      isTooLarge: false,
      accept: 'photo',
    });
    if (!stored.ok) throw new Error(stored.message);
    const done = await run((tx) =>
      completeJob(tx, house.clock, system(), { jobId, note: 'Filled', fileIds: [stored.fileId] }),
    );
    expect(done).toMatchObject({ ok: true });
  }
}

async function end(): Promise<void> {
  await doTheWork();
  const ended = await run((tx) =>
    endCase(tx, house.clock, system(), { case: caseId, ending: 'done', reason: 'We filled the hole.' }),
  );
  expect(ended.ok || ended.refusal === 'already-ended').toBe(true);
}

const storyOf = async () =>
  (
    await house.deps.db.pool.query<{ kind: string; text: string }>(
      'select kind, text from case_entries where case_id = $1 order by at, id',
      [caseId],
    )
  ).rows;

test('the link in an email shows all of the report after one press, without typing', async () => {
  const link = await mailedLink();
  await kay.visit(link);
  expect(kay.page?.headers).toMatchObject({ 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex, nofollow' });
  expect(kay.text).not.toContain('You told us');
  await kay.submit({}, link);
  expect(kay.url).toBe(`/track/${reference}`);
  expect(kay.html).not.toContain(`/track/${reference}/proof`);
});

test('looking at a link does not use it up; a second press elsewhere gets the plain way on', async () => {
  const link = await mailedLink();
  const scanner = house.browser();
  await scanner.visit(link);
  await kay.visit(link);
  const twin = kay.twin();
  await kay.submit({}, link);
  expect(kay.url).toBe(`/track/${reference}`);
  await scanner.submit({}, link);
  expect(scanner.status).toBe(410);
  expect(scanner.text).toContain('This link does not work any more');
  await scanner.submit({ fact: KAY });
  expect(scanner.url).toBe(`/track/${reference}`);
  expect(scanner.html).not.toContain(`/track/${reference}/proof`);
  await twin.submit({}, link);
  expect(twin.status).toBe(410);
  await kay.visit(link);
  expect(kay.url).toBe(`/track/${reference}`);
});

test('a link that is old, wrong or of another report shows nothing of this one', async () => {
  const link = await mailedLink();
  const other = await reportInStreet(house);
  const token = link.split('/').at(-1) ?? '';
  house.clock.advance(60);
  for (const path of [`/track/${other.reference}/open/${token}`, `/track/${reference}/open/nonsense`]) {
    await kay.visit(path);
    expect(kay.status).toBe(410);
  }
  await kay.visit(link);
  house.clock.advance(14 * 24 * 60);
  await kay.submit({}, link);
  expect(kay.status).toBe(410);
  await kay.visit(`/track/K7M3-QX9T/open/${token}`);
  expect(kay.status).toBe(404);
});

test('words and photos are added together, and the shown copy of a photo holds nothing of its maker', async () => {
  await kay.visit(`/track/${reference}`);
  const photo = { field: 'photo', name: 'hole.jpg', bytes: await picture() };
  await kay.attach(`/track/${reference}/additions`, photo, { text: 'It has grown' });
  expect(kay.url).toBe(`/track/${reference}`);
  expect(kay.html).not.toContain('/photos/');
  await prove(kay);
  expect(kay.text).toContain('It has grown');
  const path = new RegExp(`src="(/track/${reference}/photos/[0-9a-f-]+)"`).exec(kay.html)?.[1] ?? '';
  const stranger = house.browser();
  await stranger.visit(path);
  expect(stranger.status).toBe(404);
  await kay.visit(path);
  expect(kay.page?.headers['content-type']).toBe('image/jpeg');
  expect((await sharp(kay.page?.rawPayload).metadata()).exif).toBeUndefined();
});

test('photos of the work are shown to whoever may see all, and what colleagues noted for each other is not', async () => {
  const jobId = jobIds[0] ?? '';
  const noted = await house.signedIn('beth-nolan');
  await noted.visit(`/desk/jobs/${jobId}`);
  await noted.attach(
    `/desk/jobs/${jobId}/note`,
    { field: 'photo', name: 'note.jpg', bytes: await picture('red') },
    { note: 'Mind the dog' },
  );
  expect(noted.status).toBe(200);
  await prove(kay);
  expect(kay.html).not.toContain('/photos/');
  await doTheWork();
  await kay.visit(`/track/${reference}`);
  expect(kay.html).toContain(`alt="What we did, 1 of ${jobIds.length}"`);
  expect(kay.text).not.toContain('Mind the dog');
});

test('nothing said, too much said or a file that is no photo: what to do is said and the words stay', async () => {
  const additions = `/track/${reference}/additions`;
  await kay.visit(`/track/${reference}`);
  await kay.submit({ text: ' \u0000 ' }, additions);
  expect(kay.status).toBe(422);
  expect(kay.text).toContain('Write what you want to tell us, or add a photo');
  await kay.submit({ text: 'x'.repeat(2001) }, additions);
  expect(kay.text).toContain('Use 2,000 characters or fewer');
  expect(kay.html).toContain('x'.repeat(2001));
  await kay.attach(additions, { field: 'photo', name: 'a.jpg', bytes: Buffer.from('words') }, { text: 'مرحبا 🚧' });
  expect(kay.status).toBe(422);
  expect(kay.text).toContain('a.jpg: The file must be a photo');
  expect(kay.html).toContain('مرحبا 🚧');
  const large = { field: 'photo', name: 'b.jpg', bytes: Buffer.alloc(16 * 1024 * 1024) };
  await kay.attach(additions, large, { text: 'Large' });
  expect(kay.status).toBe(422);
  expect(kay.text).toContain('b.jpg:');
  expect((await storyOf()).map(({ kind }) => kind)).not.toContain('new-fact');
});

test('what is said while we wait for an answer is the answer', async () => {
  const asked = await run((tx) =>
    askCustomer(tx, house.clock, system(), { case: caseId, question: 'Which side of the road?' }),
  );
  expect(asked.ok).toBe(true);
  await kay.visit(`/track/${reference}`);
  expect(kay.text).toContain('We wait for your answer');
  await kay.submit({ text: 'The left one' }, `/track/${reference}/additions`);
  expect((await storyOf()).at(-1)).toEqual({ kind: 'answered', text: 'The left one' });
  expect(kay.text).toContain('Tell us more');
});

test('nothing is added to a report that has ended, and it is said what can be', async () => {
  await kay.visit(`/track/${reference}`);
  await end();
  await kay.submit({ text: 'Thank you' }, `/track/${reference}/additions`);
  expect(kay.status).toBe(409);
  expect(kay.text).toContain('This report has ended');
});

test('"it is fixed" is said once, however often it is pressed', async () => {
  await end();
  await kay.visit(`/track/${reference}`);
  expect(kay.text).toContain('Is it fixed?');
  const twin = kay.twin();
  await kay.submit({}, `/track/${reference}/confirmation`);
  expect(kay.text).toContain('You said that it is fixed');
  await twin.submit({}, `/track/${reference}/confirmation`);
  expect(twin.text).toContain('You said that it is fixed');
  expect((await storyOf()).filter(({ kind }) => kind === 'confirmed')).toHaveLength(1);
});

test('"it is not fixed" opens the same report again with a new promise; an open one cannot be fixed or not', async () => {
  await end();
  await kay.visit(`/track/${reference}`);
  const twin = kay.twin();
  await kay.submit({ text: 'The hole is back' }, `/track/${reference}/reopening`);
  expect(kay.url).toBe(`/track/${reference}`);
  expect(kay.text).toContain('Promised');
  await twin.submit({ text: 'Again' }, `/track/${reference}/reopening`);
  expect(twin.status).toBe(409);
  expect(twin.text).toContain('This report is still open');
  await twin.visit(`/track/${reference}`);
  expect(twin.html).not.toContain('/confirmation');
});

test('outside the window the page says so, and a form that was left open is refused with what to do', async () => {
  await end();
  await kay.visit(`/track/${reference}`);
  house.clock.advance(15 * 24 * 60);
  await kay.submit({ text: 'Not fixed' }, `/track/${reference}/reopening`);
  expect(kay.status).toBe(409);
  expect(kay.text).toContain('It is too late to open this report again');
  await kay.visit(`/track/${reference}`);
  expect(kay.text).toContain('It is too late to open this report again');
  expect(kay.html).not.toContain('/reopening');
});
