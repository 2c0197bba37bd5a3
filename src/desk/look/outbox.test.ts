import { beforeAll, describe, expect, test } from 'vitest';
import { sendMessage } from '#modules/contacts';
import { systemActor } from '#platform/actor';
import { inCouncil } from '#platform/db';
import { newId } from '#platform/ids';
import type { SendResult } from '#platform/transports';
import { startApp, type TestApp } from '#test/app';
import type { Browser } from '#test/browser';

let house: TestApp;
let ada: Browser;
let answer: SendResult;
const FAILS: SendResult = { ok: false, provider: 'fake', again: false, reason: '550 no such mailbox' };
const TAKES: SendResult = { ok: true, provider: 'fake', providerId: 'p-1' };

beforeAll(async () => {
  const send = () => Promise.resolve(answer);
  house = await startApp({ deps: { transports: { email: { name: 'fake', send }, sms: null, letter: null } } });
  ada = await house.signedIn('ada-mensah');
});

async function written(key: string, to: object = { email: `${key}@example.com`, name: `Kay ${key}` }): Promise<string> {
  const result = await inCouncil(house.deps.db, house.councilId, (tx) =>
    sendMessage(tx, house.clock, systemActor(house.councilId), {
      key,
      template: 'received',
      variables: { track: '/track/K7M3-QX9T', service: 'Pothole', reference: 'K7M3-QX9T' },
      to,
    }),
  );
  if (!result.ok) throw new Error(result.refusal);
  await house.work();
  return result.messageId;
}

describe('a message of the outbox', () => {
  test('says to whom, what with whole addresses, and that it went', async () => {
    answer = TAKES;
    const id = await written('fine');
    await ada.visit('/desk/outbox?state=sent');
    expect(ada.text).toContain('Kay fine');
    await ada.visit(`/desk/outbox/${id}`);

    expect(ada.text).toContain('Kay fine, fine@example.com');
    expect(ada.text).toContain('http://127.0.0.1:3000/track/K7M3-QX9T');
    expect(ada.text).not.toContain('{{');
    expect(ada.text).toMatch(/1 11:00 11:00 It was handed over/);
    expect(ada.html).not.toContain('/retry');
    const key = 'jub0fuq50iIDz1lRumhk7wQeLzpAl4BIlCjc2Xilcc';
    const withKey = `Open it: {{home}}/track/K7M3-QX9T/open/${key}`;
    await house.deps.db.pool.query('update messages set body = $2 where id = $1', [id, withKey]);
    for (const path of [`/desk/outbox/${id}`, '/desk/outbox']) {
      await ada.visit(path);
      expect(ada.text).toContain('/track/K7M3-QX9T/open/(key hidden)');
      expect(ada.html).not.toContain(key);
    }
  });

  test('that failed says why, and goes when it is tried again, which is in the audit', async () => {
    answer = FAILS;
    const id = await written('wrong');
    await ada.visit(`/desk/outbox/${id}`);
    expect(ada.text).toContain('Not sent: failed');
    expect(ada.text).toContain('550 no such mailbox');
    answer = TAKES;
    house.clock.advance(5);
    await ada.submit({}, `/desk/outbox/${id}/retry`);
    expect(ada.text).toContain('Not sent yet');
    await house.work();
    await ada.visit(`/desk/outbox/${id}`);

    expect(ada.text).toMatch(/1 11:0\d 11:0\d It did not go 550 no such mailbox 2 11:0\d 11:0\d It was handed over/);
    const { rows } = await house.deps.db.pool.query<{ act: string }>(
      "select act from audit_entries where subject_id = $1 and act like 'message.re%' order by at, act",
      [id],
    );
    expect(rows.map(({ act }) => act)).toContain('message.retried');
    expect(rows.map(({ act }) => act)).toContain('message.read');
  });

  test('pressed twice is tried once, and the second press is told so', async () => {
    answer = FAILS;
    const id = await written('double');
    await ada.visit(`/desk/outbox/${id}`);
    const twin = ada.twin();
    await ada.submit({}, `/desk/outbox/${id}/retry`);
    await twin.submit({}, `/desk/outbox/${id}/retry`);

    expect(twin.status).toBe(409);
    expect(twin.text).toContain('Somebody has tried it already');
  });

  test('without a provider says "not sent: no provider", and is held again', async () => {
    const id = await written('text', { phone: '07700 900123' });
    await ada.visit(`/desk/outbox/${id}`);
    expect(ada.text).toContain('Not sent: no provider');
    await ada.submit({}, `/desk/outbox/${id}/retry`);
    await house.work();
    await ada.visit(`/desk/outbox/${id}`);
    expect(ada.text).toContain('Not sent: no provider');
    expect(ada.text).toMatch(/2 [\d:]+ [\d:]+ There was no provider/);
  });

  test('that there is not is 404, for a press as for a look', async () => {
    for (const path of ['/desk/outbox/nonsense', `/desk/outbox/${newId(house.clock)}`]) {
      await ada.visit(path);
      expect([path, ada.status]).toEqual([path, 404]);
    }
  });

  test('is not for a partner or a councillor', async () => {
    answer = TAKES;
    const id = await written('private');
    for (const person of ['dev-anand', 'ruth-adeyemi']) {
      const browser = await house.signedIn(person);
      await browser.visit(`/desk/outbox/${id}`);
      expect([person, browser.status]).toEqual([person, 403]);
    }
  });
});

test('the list goes on by key without a gap, and says nothing of a page when that is all', async () => {
  answer = TAKES;
  for (let at = 0; at < 52; at += 1) await written(`page-${at}`);
  const seen: string[] = [];
  let address = '/desk/outbox?state=sent';
  while (address !== '') {
    await ada.visit(address);
    seen.push(...[...ada.html.matchAll(/href="\/desk\/outbox\/([0-9a-f-]{36})"/g)].map((match) => match[1] ?? ''));
    address = (/href="(\/desk\/outbox\?[^"]*before=[^"]*)"/.exec(ada.html)?.[1] ?? '').replaceAll('&amp;', '&');
  }
  const { rows } = await house.deps.db.pool.query<{ count: number }>(
    "select count(*)::int as count from messages where council_id = $1 and state = 'sent'",
    [house.councilId],
  );

  expect(new Set(seen).size).toBe(seen.length);
  expect(seen).toHaveLength(rows[0]?.count ?? 0);
});
