import { beforeAll, describe, expect, test } from 'vitest';
import { sendMessage } from '#modules/contacts';
import { systemActor } from '#platform/actor';
import { inCouncil } from '#platform/db';
import { newId } from '#platform/ids';
import { startApp, type TestApp } from '#test/app';

const TOKEN = 'a token of sixteen or more';

let house: TestApp;
let keys = 0;

beforeAll(async () => {
  const send = () => Promise.resolve({ ok: true, provider: 'notify', providerId: 'n-1' } as const);
  const notify = { name: 'notify', send };
  house = await startApp({
    deps: { transports: { email: notify, sms: notify, letter: null }, notifyCallbackToken: TOKEN },
  });
});

/** A message that Notify has taken. */
async function sent(): Promise<string> {
  keys += 1;
  const written = await inCouncil(house.deps.db, house.councilId, (tx) =>
    sendMessage(tx, house.clock, systemActor(house.councilId), {
      key: `receipt-${keys}`,
      template: 'received',
      variables: { track: '/track/K7M3-QX9T' },
      to: { email: `kay-${keys}@example.com`, name: 'Kay' },
    }),
  );
  if (!written.ok) throw new Error(written.refusal);
  await house.work();
  return written.messageId;
}

const post = (payload: object | string, token: string | null = TOKEN) =>
  house.app.inject({
    method: 'POST',
    url: '/notify/receipts',
    headers: { 'content-type': 'application/json', ...(token !== null && { authorization: `Bearer ${token}` }) },
    payload,
  });
const receipt = (reference: string | null, status: string, id = 'n-1') => ({
  id,
  reference,
  to: 'kay@example.com',
  status,
  created_at: '2026-11-24T11:00:00.000000Z',
  completed_at: '2026-11-24T11:01:00.000000Z',
  notification_type: 'email',
});
const stateOf = async (id: string) => {
  const { rows } = await house.deps.db.pool.query<{ state: string; state_reason: string | null }>(
    'select state, state_reason from messages where id = $1',
    [id],
  );
  return rows[0];
};
const attemptsOf = async (id: string) => {
  const { rows } = await house.deps.db.pool.query<{ outcome: string }>(
    'select outcome from message_attempts where message_id = $1 order by settled_at, outcome',
    [id],
  );
  return rows.map(({ outcome }) => outcome);
};

describe('a delivery receipt of GOV.UK Notify', () => {
  test('says that a message arrived, once however often it comes', async () => {
    const id = await sent();
    expect(await stateOf(id)).toMatchObject({ state: 'sent' });
    const replies = [await post(receipt(id, 'delivered')), await post(receipt(id, 'delivered'))];
    expect(replies.map(({ statusCode }) => statusCode)).toEqual([204, 204]);

    expect(await stateOf(id)).toEqual({ state: 'delivered', state_reason: null });
    expect(await attemptsOf(id)).toEqual(['accepted', 'delivered']);
  });

  test.each([
    ['permanent-failure', 'does not exist'],
    ['temporary-failure', 'three days'],
    ['technical-failure', 'a fault'],
  ])('%s says that it never will, and why', async (status, why) => {
    const id = await sent();
    await post(receipt(id, status));

    expect(await stateOf(id)).toMatchObject({ state: 'failed', state_reason: expect.stringContaining(why) as string });
    await post(receipt(id, 'delivered'));
    expect(await stateOf(id)).toMatchObject({ state: 'failed' });
  });

  test.each([
    ['of a message of nobody', () => receipt(newId(house.clock), 'delivered')],
    ['of one sent by hand', () => receipt(null, 'delivered')],
    ['with a reference of another system', () => receipt('invoice 7', 'delivered')],
  ])('%s is taken without a word', async (_, body) => {
    expect((await post(body())).statusCode).toBe(204);
  });

  test('of another notification, or on the way still, changes nothing', async () => {
    const id = await sent();
    await post(receipt(id, 'delivered', 'n-2'));
    await post(receipt(id, 'sending'));

    expect(await stateOf(id)).toMatchObject({ state: 'sent' });
  });

  test.each([
    [{ id: 5, status: 'delivered' }, 'id'],
    [{ id: 'n-1' }, 'status'],
    [[], 'body'],
    ['null', 'body'],
  ])('that is none is refused with the field: %j', async (body, field) => {
    const reply = await post(body);

    expect([reply.statusCode, reply.json<{ field: string }>().field]).toEqual([400, field]);
    expect(reply.headers['content-type']).toContain('application/problem+json');
  });

  test('needs the token that was agreed, and one must have been', async () => {
    const id = await sent();
    expect((await post(receipt(id, 'delivered'), null)).statusCode).toBe(401);
    expect((await post(receipt(id, 'delivered'), 'another')).statusCode).toBe(401);
    expect(await stateOf(id)).toMatchObject({ state: 'sent' });
    const closed = await startApp();
    expect((await closed.app.inject({ method: 'POST', url: '/notify/receipts', payload: {} })).statusCode).toBe(404);
  });
});
