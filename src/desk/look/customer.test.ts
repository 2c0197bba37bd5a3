import { beforeAll, expect, test } from 'vitest';
import { sendMessage } from '#modules/contacts';
import { systemActor } from '#platform/actor';
import { inCouncil } from '#platform/db';
import { startApp, type TestApp } from '#test/app';
import type { Browser } from '#test/browser';

let house: TestApp;
let ada: Browser;
let path: string;

beforeAll(async () => {
  house = await startApp({ now: '2026-11-24T11:00:00Z' });
  ada = await house.signedIn('ada-mensah');
  await ada.visit('/desk');
  await ada.submit({ channel: 'phone' });
  await ada.submit({ name: 'Kay Lindqvist', house: '', postcode: '', phone: '', email: 'kay@mail.example', born: '' });
  const { rows } = await house.deps.db.pool.query<{ id: string }>(
    "select id from customers where name = 'Kay Lindqvist'",
  );
  path = `/desk/customers/${rows[0]?.id ?? ''}`;
});

/** Calls of earlier days: one a day, from the latest to the first. */
const earlierCalls = (count: number) =>
  house.deps.db.pool.query(
    `insert into contacts select (jsonb_populate_record(c, jsonb_build_object('id', gen_random_uuid(),
       'thread_id', gen_random_uuid(), 'started_at', c.started_at - n * interval '1 day'))).*
     from contacts c, generate_series(1, $1::int) n where c.customer_id = $2`,
    [count, path.split('/').at(-1)],
  );

const itemsOf = ({ html }: Browser) => html.match(/class="fd-history__item"/g)?.length ?? 0;

test('a short history is one page', async () => {
  await ada.visit(path);
  expect(itemsOf(ada)).toBe(1);
  expect(ada.text).not.toContain('Older contacts');
});

test('a long history goes on by key, each contact once, and back to the newest', async () => {
  await earlierCalls(60);
  const seen: number[] = [];
  await ada.visit(path);
  for (let pages = 0; pages < 5; pages += 1) {
    seen.push(itemsOf(ada));
    const older = /href="(\/desk\/customers\/[^"]*before=[^"#]*)[^"]*"/.exec(ada.html)?.[1];
    if (!older) break;
    await ada.visit(older);
  }
  expect(seen).toEqual([25, 25, 11]);
  expect(ada.text).toContain('Contacts, older ones');
  expect(ada.text).toContain('Newest');
});

test('a key that is none begins at the top, and one beyond the end says so', async () => {
  await ada.visit(`${path}?before=nonsense.x`);
  expect(ada.status).toBe(200);
  expect(itemsOf(ada)).toBe(25);
  await ada.visit(`${path}?before=1.019aa000-0000-7000-8000-000000000000`);
  expect(ada.text).toContain('No older contacts');
});

test('the administration lists its rooms to those who may enter them, and each opens', async () => {
  const sam = await house.signedIn('sam-carter');
  await sam.visit('/desk/admin');
  const rooms = [...sam.html.matchAll(/class="[^"]*fd-rows__main[^"]*" href="([^"]+)"/g)].map(([, href]) => href ?? '');
  expect(rooms.length).toBeGreaterThanOrEqual(5);
  for (const room of rooms) {
    await sam.visit(room);
    expect(sam.status).toBe(200);
  }
  for (const person of ['ada-mensah', 'dev-anand', 'ruth-adeyemi']) {
    const browser = await house.signedIn(person);
    await browser.visit('/desk/admin');
    expect(browser.status).toBe(403);
  }
});

test('a message in the history shows no key of its link, here and during a call', async () => {
  const key = 'jub0fuq50iIDz1lRumhk7wQeLzpAl4BIlCjc2Xilcc';
  const customerId = path.split('/').at(-1) ?? '';
  const sent = await inCouncil(house.deps.db, house.councilId, (tx) =>
    sendMessage(tx, house.clock, systemActor(house.councilId), {
      key: 'with-a-key',
      template: 'received',
      variables: { track: `/track/K7M3-QX9T/open/${key}`, service: 'Pothole', reference: 'K7M3-QX9T' },
      to: { customerId },
    }),
  );
  expect(sent).toMatchObject({ ok: true });
  await ada.visit(path);
  expect(ada.text).toContain('K7M3-QX9T');
  expect(ada.html).not.toContain(key);
  await ada.visit('/desk');
  await ada.visit(/\/desk\/contacts\/[\w-]{36}/.exec(ada.html)?.[0] ?? '');
  expect(ada.text).toContain('Kay Lindqvist');
  expect(ada.text).toContain('K7M3-QX9T');
  expect(ada.html).not.toContain(key);
});
