import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { newEmail, withAccount } from '#test/accounts';
import { startApp, type TestApp } from '#test/app';
import type { Browser } from '#test/browser';
import { answerDiscount, sendDiscount, withDiscount } from '#test/discount';
import { connectedTo, type Receiver, startReceiver } from '#test/hand-overs';
import { aToken } from '#test/machine';

let house: TestApp;
let office: Receiver;
let token: string;

beforeAll(async () => {
  office = await startReceiver();
  house = await startApp({ deps: { handOver: connectedTo(office.url, '/nowhere') } });
  token = await aToken(house, 'api-write');
  const changes = { handOver: ['revenues-system'], owner: { team: 'revenues-benefits' }, pays: true };
  await withDiscount(house, changes);
});
beforeEach(() => {
  office.behave((_, reply) => reply.writeHead(204).end());
});

interface Claim {
  kay: Browser;
  reference: string;
  id: string;
}

/** Somebody claims in their own account. */
async function claimed(): Promise<Claim> {
  const kay = await withAccount(house, newEmail(), 'Kay Sato');
  await answerDiscount(kay);
  await kay.submit({ how: 'later' });
  const reference = await sendDiscount(kay);
  await house.work();
  const { rows } = await house.deps.db.pool.query<{ id: string }>(
    'select h.id from hand_overs h join cases c on c.id = h.case_id where c.reference = $1',
    [reference],
  );
  return { kay, reference, id: rows[0]?.id ?? '' };
}

const PAYMENTS = [
  { on: '2026-11-23', pence: 10_000, to: { kind: 'customer' }, state: 'paid' },
  { on: '2026-12-07', pence: 33_680, to: { kind: 'landlord', name: 'Grays Homes' } },
  { on: '2027-01-04', pence: 33_680, to: { kind: 'customer' }, from: '2026-12-07', until: '2027-01-03' },
];
const AWARD = {
  revision: 1,
  name: 'Housing Benefit',
  amount: { pence: 8_420, per: 'week' },
  from: '2026-11-09',
  payments: PAYMENTS,
};

async function put(id: string, body: object, by = token): Promise<{ status: number; body: Record<string, unknown> }> {
  const reply = await house.app.inject({
    method: 'PUT',
    url: `/api/v1/hand-overs/${id}/awards/hb-1`,
    headers: { authorization: `Bearer ${by}` },
    payload: body,
  });
  return { status: reply.statusCode, body: reply.json<Record<string, unknown>>() };
}

async function grant(reference: string): Promise<Browser> {
  const colin = await house.signedIn('colin-webb');
  await colin.visit(`/desk/cases/${reference}`);
  const said = { 'decision-result': 'granted', 'decision-reasons': ['only-adult'] };
  await colin.submit(said, `/desk/cases/${reference}/decision`);
  return colin;
}

async function told(reference: string): Promise<string[]> {
  await house.work();
  const { rows } = await house.deps.db.pool.query<{ body: string }>(
    "select m.body from messages m join cases c on c.id = m.case_id where c.reference = $1 and m.template_slug = 'payments' order by m.made_at, m.id",
    [reference],
  );
  return rows.map(({ body }) => body);
}

test('somebody who is paid nothing reads so, and what they can ask for', async () => {
  const kay = await withAccount(house);
  await kay.visit('/account/payments');

  expect(kay.text).toContain('We do not pay you anything at the moment');
});

describe('what the back office pays', () => {
  test('is seen in My Account with dates, amounts and payees once it was granted, and told once', async () => {
    const { kay, reference, id } = await claimed();
    expect(await put(id, AWARD)).toEqual({ status: 201, body: { ok: true, standing: 'taken' } });
    await kay.visit('/account/payments');
    expect(kay.text).not.toContain('Housing Benefit');
    expect(await told(reference)).toEqual([]);

    const colin = await grant(reference);
    const messages = await told(reference);
    await kay.visit('/account');
    expect(kay.text).toContain('Your next payment: £336.80 on Monday 7 December 2026');
    await kay.visit('/account/payments');
    expect(kay.text).toContain('It is £84.20 a week from Monday 9 November 2026');
    expect(kay.text).toContain('to your landlord, Grays Homes');
    expect(kay.text).toMatch(/Monday 4 January 2027 You, for 7 Dec 2026 to 3 Jan 2027 £336\.80/);
    expect(kay.text).toMatch(/Monday 23 November 2026 You, paid £100/);
    await kay.visit(`/track/${reference}`);
    expect(kay.text).toContain('Payments: Housing Benefit');
    expect(messages).toHaveLength(1);
    expect(messages[0]).toContain('The next payment is £336.80 on Monday 7 December 2026');
    await colin.visit(`/desk/cases/${reference}`);
    expect(colin.text).toContain('Next: £336.80 on Monday 7 December 2026, to their landlord, Grays Homes');
  });

  test('sent twice or late changes nothing, and a correction takes its place and is told', async () => {
    const { kay, reference, id } = await claimed();
    await grant(reference);
    const third = { ...AWARD, revision: 3, payments: [{ on: '2026-12-14', pence: 1, to: { kind: 'customer' } }] };
    const said = [
      await put(id, AWARD),
      await put(id, AWARD),
      await put(id, third),
      await put(id, { ...AWARD, revision: 2, name: 'Late' }),
    ];
    const clash = await put(id, { ...third, name: 'Another' });
    const messages = await told(reference);
    await kay.visit('/account/payments');

    expect(said.map(({ status, body }) => [status, body['standing']])).toEqual([
      [201, 'taken'],
      [200, 'same'],
      [201, 'taken'],
      [200, 'older'],
    ]);
    expect([clash.status, clash.body['field']]).toEqual([409, 'revision']);
    expect(kay.text).toMatch(/Next: £0\.01 on Monday 14 December 2026 , to you/);
    expect(kay.text).toContain('We corrected these payments');
    expect(kay.text).not.toMatch(/Late|£336\.80/);
    expect(messages.at(-1)).toContain('What we pay you has changed');
  });

  test('of two that come at once under different revisions the higher holds', async () => {
    const { kay, reference, id } = await claimed();
    await grant(reference);
    const high = { ...AWARD, revision: 9, name: 'The higher' };
    await Promise.all([put(id, high), put(id, AWARD), put(id, high), put(id, { ...AWARD, revision: 8 })]);
    await kay.visit('/account/payments');

    expect(kay.text).toContain('The higher');
    expect(kay.text).not.toContain('Housing Benefit');
  });

  test('is nobody else’s to see, and an adviser who looks is written down', async () => {
    const { reference, id } = await claimed();
    await grant(reference);
    await put(id, AWARD);
    const stranger = house.browser();
    await stranger.visit(`/track/${reference}`);
    const ada = await house.signedIn('ada-mensah');
    await ada.visit(`/desk/search?q=${reference}`);
    const { rows } = await house.deps.db.pool.query<{ customer_id: string }>(
      "select p.customer_id from case_parties p join cases c on c.id = p.case_id where c.reference = $1 and p.role = 'requester'",
      [reference],
    );
    const customerId = rows[0]?.customer_id ?? '';
    await ada.visit(`/desk/customers/${customerId}`);
    const reads = await house.deps.db.pool.query(
      "select 1 from audit_entries where kind = 'read' and actor_name = 'Ada Mensah' and subject_type = 'customer'",
    );

    expect(stranger.text).not.toContain('Housing Benefit');
    expect(ada.text).toContain('Housing Benefit : £336.80 on Monday 7 December 2026');
    expect(reads.rowCount).toBeGreaterThan(0);
  });
});

test('granted, and the back office is away: the customer reads that the dates are not here yet, and so does the officer', async () => {
  const { kay, reference } = await claimed();
  const colin = await grant(reference);
  await colin.visit(`/desk/cases/${reference}`);
  await kay.visit('/account/payments');

  expect(kay.text).toContain('We have said yes. The dates and amounts are not here yet');
  expect(kay.text).not.toContain('We do not pay you anything');
  expect(colin.text).toContain('The back office has sent no payments');
});

test.each([
  ['half a penny', { ...AWARD, payments: [{ on: '2026-12-07', pence: 1.5, to: { kind: 'customer' } }] }, /^payments/],
  [
    'a day that is none',
    { ...AWARD, payments: [{ on: '2026-02-30', pence: 1, to: { kind: 'customer' } }] },
    /^payments/,
  ],
  ['an end before its beginning', { ...AWARD, until: '2026-01-01' }, /^until/],
  ['no revision', { name: 'x', payments: [] }, /^revision/],
])('an award with %s is refused with its field', async (_, body, field) => {
  const { id } = await claimed();
  const said = await put(id, body);

  expect(said.status).toBe(400);
  expect(said.body['field']).toMatch(field);
});

test('a reading token and nobody’s hand-over are refused', async () => {
  const { id } = await claimed();
  const reading = await put(id, AWARD, await aToken(house, 'api-read'));
  const nobody = await put('01900000-0000-7000-8000-000000000000', AWARD);

  expect([reading.status, nobody.status]).toEqual([403, 404]);
});
