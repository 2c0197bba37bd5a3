import sharp from 'sharp';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { linkFile, storeUpload } from '#modules/documents';
import { approveMarker, markAddress, readRoundState, recordRoundState } from '#modules/places';
import { staffActor, staffWhoMay, visitor } from '#modules/staff';
import { inCouncil, type Tx } from '#platform/db';
import { startApp, type TestApp } from '#test/app';
import type { Browser } from '#test/browser';
import { clockwork } from '#test/places';
import { reportInStreet } from '#test/street-reports';

/** Rubbish and recycling on Tuesday 24 November 2026. */
const HOME = 999000001009;

let house: TestApp;
let beth: Browser;
let path: string;

const run = <T>(work: (tx: Tx) => Promise<T>) => inCouncil(house.deps.db, house.councilId, work);
const idOf = async (name: string) => {
  const people = await run((tx) => staffWhoMay(tx, house.councilId, 'see-safety-markers'));
  return people.find((one) => one.name === name)?.id ?? '';
};
const messages = async () => {
  await house.work();
  const { rows } = await house.deps.db.pool.query<{ template_slug: string; body: string }>(
    'select template_slug, body from messages order by id',
  );
  return rows;
};

beforeAll(async () => {
  house = await startApp({ now: '2026-11-24T16:00:00Z' });
  beth = await house.signedIn('beth-nolan');
});

beforeEach(async () => {
  path = `/desk/cases/${(await reportInStreet(house)).reference}`;
  await beth.visit(path);
});

test('an officer takes a case on with one press, and gives it to a colleague', async () => {
  const marcus = await house.signedIn('marcus-lee');
  await marcus.visit(path);
  await marcus.submit({ owner: 'me' });
  expect(marcus.text).toContain('Owner Marcus Lee, Highways');
  expect(marcus.text).not.toContain('Take it on');
  await marcus.submit({ owner: '' }, `${path}/owner`);
  expect(marcus.status).toBe(422);
  expect(marcus.text).toContain('Choose who owns it from now on');
  await marcus.submit({ owner: await idOf('Beth Nolan') }, `${path}/owner`);
  expect(marcus.text).toContain('Beth Nolan owns this now.');
  await marcus.submit({ owner: 'team' }, `${path}/owner`);
  expect(marcus.text).toContain('Back with the team.');
});

test('somebody who may not work cases cannot be given one, whoever names them', async () => {
  await beth.submit({ owner: await idOf('Dev Anand') }, `${path}/owner`);
  expect(beth.status).toBe(422);
  expect(beth.text).toContain('Choose somebody from the list');
});

test('an adviser of another team takes a case on, and is not offered to give it away', async () => {
  const ada = await house.signedIn('ada-mensah');
  await ada.visit(path);
  expect(ada.text).toContain('Take it on');
  expect(ada.text).not.toContain('Give it to a colleague');
  expect(ada.text).not.toContain('Agree a new date');
});

test('a wrong service is mended: the promise stays, the other team has it, the customer is told', async () => {
  await beth.submit({ 'move-service': 'pothole', 'move-team': '', 'move-why': 'Not a hole' });
  expect(beth.status).toBe(422);
  expect(beth.text).toContain('It is there already');
  await beth.submit({ 'move-service': 'street-cleaning', 'move-team': '', 'move-why': ' ' });
  expect(beth.text).toContain('Write why, for those who get it');
  await beth.submit({ 'move-service': 'street-cleaning', 'move-team': 'nobody', 'move-why': 'Mud, no hole' });
  expect(beth.text).toContain('That team does not work any more');
  expect(beth.html).toContain('Mud, no hole');
  await beth.submit({ 'move-service': 'street-cleaning', 'move-team': '', 'move-why': 'Mud, no hole' });
  expect(beth.status).toBe(200);
  expect(beth.text).toContain('Street care deals with this now.');
  expect(beth.text).toContain('Why, for staff: Mud, no hole');
  expect(beth.text).toContain('by 5pm on Tuesday 22 December');
  expect(beth.text).toContain('By the crossing');
  const told = (await messages()).filter((one) => one.template_slug === 'passed-on');
  expect(told.at(-1)?.body).toContain('Street care');
  expect(told.at(-1)?.body).not.toContain('Mud');
});

const NEW_DATE = { 'due-day': '8', 'due-month': '1', 'due-year': '2027', 'due-time': '5pm' };
const LONG = 'x'.repeat(2_001);
const promiseOf = ({ html }: Browser) => /name="promise"[^>]*value="([^"]+)"/.exec(html)?.[1] ?? '';

test('a new date is agreed before it is due, and the message with both dates goes out with it', async () => {
  await beth.submit({ promise: promiseOf(beth), ...NEW_DATE, 'due-why': 'The road is flooded.' });
  expect(beth.status).toBe(200);
  expect(beth.text).toContain('There is a new date. The road is flooded.');
  expect(beth.text).toContain('by 5pm on Friday 8 January');
  const told = (await messages()).filter((one) => one.template_slug === 'new-date').at(-1);
  expect(told?.body).toContain('Friday 8 January');
  expect(told?.body).toContain('The road is flooded.');
});

test.each<[Record<string, string>, string]>([
  [{ 'due-day': '31', 'due-month': '2' }, 'Enter a real date, like 4 12 2026'],
  [{ 'due-day': '', 'due-month': '' }, 'Enter a real date, like 4 12 2026'],
  [{ 'due-time': 'teatime' }, 'Enter a time of day, like 5pm or 17:00'],
  [{ 'due-month': '11', 'due-day': '24', 'due-year': '2026' }, 'Enter a date after the one that was promised'],
  [{ 'due-why': '  ' }, 'Write why, as the customer will read it'],
  [{ 'due-why': LONG }, 'Use 2,000 characters or fewer'],
  [{ promise: 'none' }, 'Choose the promise that needs another date'],
])('a new date that is typed wrong is said so, and the words stay: %#', async (typed, said) => {
  await beth.submit({ promise: promiseOf(beth), ...NEW_DATE, 'due-why': 'Kept words', ...typed });
  expect(beth.status).toBe(422);
  expect(beth.text).toContain(said);
  if (!('due-why' in typed)) expect(beth.html).toContain('Kept words');
});

test('no date is agreed where nobody can be told, nor once it is due', async () => {
  const silent = await reportInStreet(house, { parties: [] });
  await beth.visit(`/desk/cases/${silent.reference}`);
  await beth.submit({ promise: promiseOf(beth), ...NEW_DATE, 'due-why': 'Flooded' });
  expect(beth.text).toContain('Nobody left a way to be told, so the date stays');
  const { rows } = await house.deps.db.pool.query(
    "update promises set due_at = '2026-11-24T15:00:00Z' where subject_id = $1 returning id",
    [silent.caseId],
  );
  expect(rows.length).toBeGreaterThan(0);
  await beth.submit({ promise: promiseOf(beth), ...NEW_DATE, 'due-why': 'Flooded' });
  expect(beth.text).toContain('It is past its time, so it is missed');
});

test('a date far beyond every calendar is taken as it is typed, and is no fault', async () => {
  await beth.submit({ promise: promiseOf(beth), ...NEW_DATE, 'due-year': '2099', 'due-why': 'Much later' });
  expect(beth.status).toBe(200);
});

test('photos of a case are shown with words for them, stripped of what the camera wrote, and never the original', async () => {
  const { caseId, reference } = await reportInStreet(house);
  const bytes = await sharp({ create: { width: 40, height: 20, channels: 3, background: 'gray' } })
    .withExif({ IFD0: { Copyright: 'Kay Marsh' } })
    .jpeg()
    .toBuffer();
  expect(bytes.includes('Kay Marsh')).toBe(true);
  const stored = await storeUpload(house.deps, visitor(house.councilId), { name: 'a.jpg', bytes });
  if (!stored.ok) throw new Error(stored.refusal);
  const link = { fileId: stored.fileId, subjectType: 'case', subjectId: caseId, purpose: 'report' } as const;
  await run((tx) => linkFile(tx, house.clock, clockwork(house.councilId), link));
  await beth.visit(`/desk/cases/${reference}`);
  expect(beth.html).toContain('alt="As it was reported, 1 of 1"');
  const file = `/desk/cases/${reference}/files/${stored.fileId}`;
  await beth.visit(`${file}?original=1`);
  expect(beth.status).toBe(200);
  expect(beth.page?.headers['content-type']).toContain('image/');
  expect(beth.page?.rawPayload.includes('Kay Marsh')).toBe(false);
  await beth.visit(`${path}/files/${stored.fileId}`);
  expect(beth.status).toBe(404);
  const ruth = await house.signedIn('ruth-adeyemi');
  await ruth.visit(file);
  expect(ruth.status).toBe(403);
});

test('what is known at an address stands on the case: containers, the round, and what visitors must know', async () => {
  const read = readRoundState(
    { state: 'not-presented', at: '2026-11-24T07:42:00Z', uprn: HOME, container: 'rubbish' },
    'Europe/London',
  );
  if (!read.ok) throw new Error(read.reason);
  await run((tx) => recordRoundState(tx, house.clock, clockwork(house.councilId), read.command));
  await run(markHome);
  const answers = { containers: ['rubbish'], 'out-in-time': true, spilt: false };
  const bin = await reportInStreet(house, { service: 'missed-bin', answers, place: { uprn: HOME } });
  await beth.visit(`/desk/cases/${bin.reference}`);
  expect(beth.text).toContain('At this address');
  expect(beth.text).toContain('next Tue 1 Dec');
  expect(beth.text).toContain('Not put out, noted 07:42');
  expect(beth.text).toContain('Take care when visiting: Visit in pairs');
  await beth.visit(path);
  expect(beth.text).not.toContain('At this address');
});

async function markHome(tx: Tx): Promise<void> {
  const [ada, kath] = [await idOf('Ada Mensah'), await idOf('Kath Bryant')];
  const proposer = await staffActor(tx, house.councilId, ada);
  const approver = await staffActor(tx, house.councilId, kath);
  if (!proposer || !approver) throw new Error('the demonstration has them both');
  const marker = { uprn: HOME, what: 'Visit in pairs', evidence: 'Visit of 3 November' };
  const dates = { reviewOn: '2027-01-31', endsOn: '2027-05-31' };
  const marked = await markAddress(tx, house.clock, proposer, { ...marker, ...dates });
  if (!marked.ok) throw new Error(marked.refusal);
  await approveMarker(tx, house.clock, approver, { id: marked.id });
}

test('a partner and a councillor do none of these acts', async () => {
  for (const person of ['dev-anand', 'ruth-adeyemi']) {
    const browser = await house.signedIn(person);
    await browser.visit('/desk');
    for (const act of ['owner', 'service', 'due']) {
      const reply = await house.app.inject({ method: 'POST', url: `${path}/${act}`, payload: {} });
      expect([403, 401, 303]).toContain(reply.statusCode);
    }
    await browser.visit(path);
    expect(browser.status).toBe(403);
  }
});
