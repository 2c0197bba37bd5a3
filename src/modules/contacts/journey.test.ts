import { beforeAll, describe, expect, test } from 'vitest';
import { registerCustomer } from '#modules/customers';
import { inCouncil, type Tx } from '#platform/db';
import { newId } from '#platform/ids';
import { startApp, type TestApp } from '#test/app';
import { type SmallCouncil, smallCouncil } from '#test/small-council';
import { contactHistory, journey, outboxList, recordContact, sendMessage, totalOf } from './index.ts';

let house: TestApp;
let council: SmallCouncil;

beforeAll(async () => {
  house = await startApp();
  council = await smallCouncil(house.deps.db, house.clock);
});

const inTx = <T>(work: (tx: Tx) => Promise<T>) => inCouncil(house.deps.db, council.councilId, work);
async function customer(name: string) {
  const made = await inTx((tx) =>
    registerCustomer(tx, house.clock, council.adviser, {
      name,
      reaches: [{ kind: 'email', value: `${newId(house.clock)}@example.com` }],
      source: 'phone',
    }),
  );
  if (!made.ok) throw new Error(made.refusal);
  return made.customerId;
}
const COSTS = {
  prices: [
    { channel: 'phone', direction: 'in', handling: 'person', pence: 144, source: 'test' },
    { channel: 'web', direction: 'in', handling: 'automatic', pence: 15, source: 'test' },
    { channel: 'email', direction: 'out', handling: 'automatic', pence: 0, source: 'test' },
    { channel: 'social', direction: 'in', handling: 'person', pence: null, source: 'not said' },
  ] as Parameters<typeof journey>[3]['prices'],
};

describe('the history of a person', () => {
  test('holds every channel and what the council wrote, newest first, and pages by key without a gap', async () => {
    const tom = await customer('Tom Winter');
    for (let index = 0; index < 30; index += 1) {
      house.clock.advance(index % 3 === 0 ? 0 : 1);
      await inTx((tx) =>
        recordContact(tx, house.clock, council.adviser, {
          channel: index % 2 ? 'web' : 'counter',
          direction: 'in',
          handled: 'person',
          customerId: tom,
          questions: [{ act: 'question', reason: `r${index}` }],
        }),
      );
    }
    await inTx((tx) =>
      sendMessage(tx, house.clock, council.adviser, {
        key: 'history',
        template: 'received',
        variables: {},
        to: { customerId: tom },
      }),
    );
    const first = await inTx((tx) => contactHistory(tx, council.councilId, { clusterId: tom }));
    expect(first.items).toHaveLength(25);
    expect(first.items[0]).toMatchObject({ direction: 'out', channel: 'email', message: { state: 'queued' } });
    const second = await inTx((tx) => contactHistory(tx, council.councilId, { clusterId: tom, before: first.next }));
    expect(second.next).toBeUndefined();
    const ids = [...first.items, ...second.items].map(({ id }) => id);
    expect(new Set(ids).size).toBe(31);
    const outbox = await inTx((tx) => outboxList(tx, council.adviser, { state: 'not-sent' }));
    expect(outbox.some(({ state }) => state === 'queued')).toBe(true);
  });

  test('takes the same source id once', async () => {
    const record = () =>
      inTx((tx) =>
        recordContact(tx, house.clock, council.adviser, {
          channel: 'machine',
          direction: 'in',
          handled: 'automatic',
          sourceId: 'open311:17',
        }),
      );
    const [one, two] = [await record(), await record()];
    expect([one.isNew, two.isNew, one.contactId === two.contactId]).toEqual([true, false, true]);
  });
});

describe('the cost of a journey', () => {
  test('shows a shared call whole on each case and counts it once, and a missing price makes the total incomplete', async () => {
    const [a, b] = [newId(house.clock), newId(house.clock)];
    const record = (channel: 'phone' | 'web' | 'social', handled: 'person' | 'automatic', cases: string[]) =>
      inTx((tx) =>
        recordContact(tx, house.clock, council.adviser, {
          channel,
          direction: 'in',
          handled,
          questions: cases.map((caseId) => ({ act: 'report', reason: 'x', caseId })),
        }),
      );
    await record('phone', 'person', [a, b]);
    await record('web', 'automatic', [a]);
    const [one, two] = [
      await inTx((tx) => journey(tx, council.councilId, a, COSTS)),
      await inTx((tx) => journey(tx, council.councilId, b, COSTS)),
    ];
    expect(one.total).toEqual({ pence: 159, isComplete: true, contacts: 2, avoidableContacts: 0 });
    expect(two.total.pence).toBe(144);
    expect(totalOf([one, two]).pence).toBe(159);
    await record('social', 'person', [b]);
    const incomplete = await inTx((tx) => journey(tx, council.councilId, b, COSTS));
    expect(incomplete.total).toMatchObject({ pence: 144, isComplete: false });
    expect(incomplete.lines.map(({ pence }) => pence)).toEqual([144, null]);
  });
});
