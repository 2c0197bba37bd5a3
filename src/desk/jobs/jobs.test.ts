import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { beforeAll, expect, test } from 'vitest';
import { startApp, type TestApp } from '#test/app';
import type { Browser } from '#test/browser';
import { DARK_LIGHT, reportInStreet } from '#test/street-reports';

let house: TestApp;
let beth: Browser;
let piotr: Browser;

beforeAll(async () => {
  house = await startApp({ now: '2026-11-25T11:00:00Z' });
  beth = await house.signedIn('beth-nolan');
  piotr = await house.signedIn('piotr-zielinski');
});

const linkTo = ({ html }: Browser, title: string) =>
  new RegExp(`href="(/desk/jobs/[0-9a-f-]+)"[^>]*>${title}`).exec(html)?.[1] ?? '';

const openSheet = async (who: Browser, title: string) => {
  await who.visit('/desk/jobs');
  const path = linkTo(who, title);
  await who.visit(path);
  return path;
};

const aPhoto = () =>
  sharp({ create: { width: 8, height: 8, channels: 3, background: 'gray' } })
    .jpeg()
    .toBuffer();

test('a team without open jobs is told so', async () => {
  await beth.visit('/desk/jobs');
  expect(beth.text).toContain('Highways has no open jobs');
});

test('the jobs of my team stand by their due date, with counts that lead to their rows', async () => {
  await reportInStreet(house);
  await beth.visit('/desk/jobs');
  expect(beth.text).toContain('2 All open');
  expect(beth.text).toContain('2 Not accepted yet');
  expect(beth.text.indexOf('Inspect and measure')).toBeLessThan(beth.text.indexOf('Mend the surface'));
  await beth.visit('/desk/jobs?team=highways&state=overdue');
  expect(beth.text).toContain('No job is like that now');
});

test('a wrong team, state or key in the address shows the first page of my own jobs', async () => {
  await beth.visit('/desk/jobs?team=nowhere&state=odd&after=9.x');
  expect(beth.status).toBe(200);
  expect(beth.text).toContain('Inspect and measure');
});

test('a job is accepted, and a note is kept on it', async () => {
  const path = await openSheet(beth, 'Inspect and measure');
  expect(beth.text).toContain('Outside the library');
  expect(beth.text).toContain('Kay Lewis, 020 7946 0001');
  await beth.submit({}, `${path}/acceptance`);
  expect(beth.text).toContain('Accepted');
  await beth.submit({ note: '' }, `${path}/note`);
  expect(beth.status).toBe(422);
  expect(beth.text).toContain('Write a note or add a photo');
  await beth.submit({ note: 'It is 60 mm deep' }, `${path}/note`);
  expect(beth.text).toContain('It is 60 mm deep');
});

test('work that needs a photo is not done without one, and what was typed stays', async () => {
  const path = await openSheet(beth, 'Inspect and measure');
  await beth.submit({ 'done-note': 'Measured it', 'for-customer': 'We measured it.' }, `${path}/completion`);
  expect(beth.status).toBe(422);
  expect(beth.text).toContain('Add a photo of the work');
  expect(beth.html).toContain('We measured it.');
  const done = { 'done-note': 'Measured it', 'for-customer': '' };
  const noPhoto = { field: 'done-photo', name: 'letter.jpg', bytes: Buffer.from('not a photo') };
  await beth.attach(`${path}/completion`, noPhoto, done);
  expect(beth.status).toBe(422);
  expect(beth.text).toContain('letter.jpg: The file must be a photo');
  await beth.attach(`${path}/completion`, { field: 'done-photo', name: 'hole.jpg', bytes: await aPhoto() }, done);
  expect(beth.status).toBe(200);
  expect(beth.text).toContain('Measured it');
  expect(beth.html).not.toContain(`${path}/completion`);
  const photo = new RegExp(`src="(${path}/files/[0-9a-f-]+)"`).exec(beth.html)?.[1] ?? '';
  await beth.visit(photo);
  expect(beth.page?.headers['content-type']).toBe('image/jpeg');
});

test('a photo of a form that was refused is kept on the job', async () => {
  const path = await openSheet(beth, 'Mend the surface');
  const long = { 'done-note': 'x'.repeat(2001), 'for-customer': '' };
  await beth.attach(`${path}/completion`, { field: 'done-photo', name: 'hole.jpg', bytes: await aPhoto() }, long);
  expect(beth.status).toBe(422);
  expect(beth.text).toContain('Use 2,000 characters or fewer');
  expect(beth.html).toContain('alt="The work, 1 of 1"');
});

test('an attempt that failed says why and how, and the job stays open when somebody tries again', async () => {
  const path = await openSheet(beth, 'Mend the surface');
  await beth.submit({ why: '', 'not-done-note': 'A car stood on it' }, `${path}/not-done`);
  expect(beth.text).toContain('Choose why it could not be done');
  expect(beth.html).toContain('A car stood on it');
  await beth.submit({ why: 'no-access', means: 'visit', again: 'yes', 'not-done-note': 'A car' }, `${path}/not-done`);
  expect(beth.status).toBe(200);
  expect(beth.text).toContain('A car');
  expect(beth.html).toContain(`${path}/completion`);
});

test('a job is sent back with a reason and stands among those sent back', async () => {
  const path = await openSheet(beth, 'Mend the surface');
  await beth.submit({ reason: ' ' }, `${path}/return`);
  expect(beth.text).toContain('Write why it cannot be done as it stands');
  await beth.submit({ reason: 'The road is private' }, `${path}/return`);
  expect(beth.text).toContain('The road is private');
  await beth.visit('/desk/jobs?team=highways&state=returned');
  expect(beth.text).toContain('Mend the surface');
});

test('a partner sees its own jobs and photos alone', async () => {
  await reportInStreet(house, DARK_LIGHT);
  const roads = await openSheet(beth, 'Mend the surface');
  await piotr.visit('/desk/jobs?team=highways');
  expect(piotr.text).toContain('Jobs of Northlight');
  expect(piotr.text).not.toContain('Mend the surface');
  await piotr.visit(roads);
  expect(piotr.status).toBe(403);
  const own = await openSheet(piotr, 'Mend the light');
  expect(piotr.text).not.toContain('Open the case');
  await piotr.submit({}, `${own}/acceptance`);
  expect(piotr.text).toContain('Accepted');
});

test('an adviser writes a note but is not offered to call the work of others done', async () => {
  const ada = await house.signedIn('ada-mensah');
  await ada.visit('/desk/jobs?team=highways');
  const path = linkTo(ada, 'Mend the surface');
  await ada.visit(path);
  expect(ada.html).toContain(`${path}/note`);
  expect(ada.html).not.toContain(`${path}/completion`);
});

test('a sheet that is not there is said, whatever stands in the address', async () => {
  for (const id of ['nonsense', randomUUID()]) {
    await beth.visit(`/desk/jobs/${id}`);
    expect(beth.status).toBe(404);
    expect(beth.text).toContain('There is no such job sheet');
  }
});
