import { beforeAll, beforeEach, expect, test } from 'vitest';
import { endCase } from '#modules/cases';
import { systemActor } from '#platform/actor';
import { inCouncil } from '#platform/db';
import { startApp, type TestApp } from '#test/app';
import type { Browser } from '#test/browser';
import { reportInStreet } from '#test/street-reports';

const NOW = '2026-11-25T11:00:00Z';

let house: TestApp;
let reference: string;
let caseId: string;
let omar: Browser;

beforeAll(async () => {
  house = await startApp({ now: NOW });
});
beforeEach(async () => {
  house.clock.moveTo(NOW);
  await house.deps.db.pool.query('delete from rate_limits');
  ({ reference, caseId } = await reportInStreet(house));
  omar = house.browser();
});

async function messagesTo(address: string): Promise<{ template: string; body: string }[]> {
  await house.work();
  const { rows } = await house.deps.db.pool.query<{ template: string; body: string }>(
    'select template_slug as template, body from messages where case_id = $1 and to_address = $2 order by id',
    [caseId, address],
  );
  return rows;
}

async function ask(email: string): Promise<void> {
  await omar.visit(`/track/${reference}/follow`);
  await omar.submit({ email });
}

/** The path of the link in the newest message to this address. */
async function linkTo(address: string): Promise<string> {
  const bodies = (await messagesTo(address)).map(({ body }) => body);
  return /\/follow\/[\w-]{43}/.exec(bodies.filter((body) => body.includes('/follow/')).at(-1) ?? '')?.[0] ?? '';
}

const over = () =>
  inCouncil(house.deps.db, house.councilId, (tx) =>
    endCase(tx, house.clock, systemActor(house.councilId), {
      case: caseId,
      ending: 'not-ours',
      reason: 'The road is private.',
      passedTo: 'Its owner',
    }),
  );

test('a public report is followed by the link that was mailed, and nothing is sent before', async () => {
  await omar.visit(`/track/${reference}`);
  expect(omar.html).toContain(`/track/${reference}/follow`);
  await ask('Omar@Example.com');
  expect(omar.text).toContain('Check your email');
  expect(omar.html).not.toMatch(/omar@example/i);
  const link = await linkTo('omar@example.com');
  await over();
  expect(await messagesTo('omar@example.com')).toHaveLength(1);
  await omar.visit(link);
  expect(omar.text).toContain('This report cannot be followed any more');
});

test('opening the link follows nothing; the button does, and pressed twice it is one follower', async () => {
  await ask('omar@example.com');
  const link = await linkTo('omar@example.com');
  expect((await messagesTo('omar@example.com'))[0]?.body).toMatch(/^Hello,/);
  await omar.visit(link);
  expect(omar.text).toContain('You do not follow it now');
  expect(omar.page?.headers).toMatchObject({ 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex, nofollow' });
  const twin = omar.twin();
  await omar.submit({}, `${link}/confirmation`);
  expect(omar.text).toContain('You follow this report');
  await twin.submit({}, `${link}/confirmation`);
  expect(twin.text).toContain('You follow this report');
  const { rows } = await house.deps.db.pool.query(
    "select 1 from case_parties where case_id = $1 and role = 'follower'",
    [caseId],
  );
  expect(rows).toHaveLength(1);
});

test('what happens is told to a follower with a way out, which ends it', async () => {
  await ask('omar@example.com');
  const link = await linkTo('omar@example.com');
  await omar.visit(link);
  await omar.submit({}, `${link}/confirmation`);
  await over();
  const told = (await messagesTo('omar@example.com')).at(-1);
  expect(told?.template).toBe('not-ours');
  expect(told?.body).toContain('You follow this report. To get no more messages about it:');
  const wayOut = await linkTo('omar@example.com');
  expect(wayOut).not.toBe(link);
  expect((await messagesTo('kay@mail.example')).at(-1)?.body).not.toContain('You follow this report');
  const later = house.browser();
  await later.visit(wayOut);
  const twin = later.twin();
  await later.submit({}, `${wayOut}/end`);
  expect(later.text).toContain('This report cannot be followed any more');
  await twin.submit({}, `${wayOut}/end`);
  expect(twin.status).toBe(200);
});

test('whoever made the report is told that they follow it already, and stays its reporter', async () => {
  await ask('kay@mail.example');
  await omar.visit(await linkTo('kay@mail.example'));
  expect(omar.text).toContain('You made this report');
});

test('a double press sends one message; an address that is none is asked for again', async () => {
  await omar.visit(`/track/${reference}/follow`);
  for (const email of [
    '',
    'omar',
    'omar@',
    'a b@example.com',
    `${'x'.repeat(255)}@example.com`,
    'o@e.com\r\nbcc:x@y.zz',
  ]) {
    await omar.submit({ email });
    expect(omar.status).toBe(422);
    expect(omar.text).toContain('Enter an email address with an @');
  }
  expect(omar.html).toContain('bcc:x@y.zz');
  await omar.submit({ email: 'omar@example.com' });
  await ask('omar@example.com');
  expect(await messagesTo('omar@example.com')).toHaveLength(1);
});

test('an inbox cannot be filled by strangers: the cap of the day is said', async () => {
  for (let hour = 0; hour < 4; hour += 1) {
    await ask('flood@example.com');
    expect(omar.text).toContain('Check your email');
    house.clock.advance(60);
  }
  await ask('flood@example.com');
  expect(omar.status).toBe(429);
});

test('a private, unknown or ended report cannot be followed, and they look alike', async () => {
  await house.deps.db.pool.query("update cases set public_state = 'private' where id = $1", [caseId]);
  for (const path of [`/track/${reference}/follow`, '/track/nonsense/follow', '/track/K7M3-QX9T/follow']) {
    await omar.visit(path);
    expect(omar.status).toBe(404);
    expect(omar.text).toContain('There is no open public report with that reference');
  }
  await omar.visit(`/track/${reference}`);
  expect(omar.html).not.toContain('/follow');
});

test('a link that is wrong, of another kind or a week old says what to do', async () => {
  await ask('omar@example.com');
  const link = await linkTo('omar@example.com');
  house.clock.advance(7 * 24 * 60);
  for (const path of [link, '/follow/nonsense', '/follow/%00']) {
    await omar.visit(path);
    expect(omar.status).toBe(404);
    expect(omar.text).toContain('This link does not work any more');
  }
});

test('a follower hears of the report nothing that only its reporter may', async () => {
  await ask('omar@example.com');
  const link = await linkTo('omar@example.com');
  await omar.visit(link);
  await omar.submit({}, `${link}/confirmation`);
  await omar.visit(`/track/${reference}`);
  await omar.submit({ fact: 'omar@example.com' });
  expect(omar.status).toBe(422);
  expect(omar.text).toContain('That does not match this report');
});
