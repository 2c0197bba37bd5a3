import { beforeAll, describe, expect, test } from 'vitest';
import { inCouncil, type Tx } from '#platform/db';
import { newReference } from '#platform/ids';
import { startApp, type TestApp } from '#test/app';
import { type SmallCouncil, smallCouncil } from '#test/small-council';
import { findCustomers, registerCustomer, searchCustomers } from './index.ts';

let house: TestApp;
let council: SmallCouncil;
type Register = Parameters<typeof registerCustomer>[3];

beforeAll(async () => {
  house = await startApp();
  council = await smallCouncil(house.deps.db, house.clock);
  for (const person of PEOPLE) await register({ ...person, notTheseIds: [] });
});

const inTx = <T>(work: (tx: Tx) => Promise<T>) => inCouncil(house.deps.db, council.councilId, work);
async function register(person: Register) {
  const result = await inTx((tx) => registerCustomer(tx, house.clock, council.adviser, person));
  if (!result.ok) throw new Error(result.refusal);
  return result.customerId;
}

const PEOPLE: Register[] = [
  {
    name: 'John Smith',
    givenName: 'John',
    familyName: 'Smith',
    bornOn: '1971-06-24',
    address: '14 Orchard Road',
    postcode: 'RM17 5AA',
    reaches: [
      { kind: 'phone', value: '07700 900123' },
      { kind: 'email', value: 'john.smith@example.com' },
    ],
    source: 'phone',
  },
  {
    name: 'Gill O’Brien',
    givenName: 'Gill',
    familyName: 'O’Brien',
    address: '2 Elm Close',
    postcode: 'RM13 8AB',
    reaches: [{ kind: 'phone', value: '01708 555012' }],
    source: 'phone',
  },
  {
    name: 'Jagjit Singh',
    givenName: 'Jagjit',
    familyName: 'Singh',
    postcode: 'IG11 7NB',
    reaches: [{ kind: 'email', value: 'jagjit@example.com' }],
    source: 'web',
  },
  {
    name: 'Шевченко Оксана',
    givenName: 'Оксана',
    familyName: 'Шевченко',
    postcode: 'RM17 6AB',
    reaches: [],
    source: 'counter',
  },
  {
    name: 'Estuary Bakers Ltd',
    kind: 'organisation',
    type: 'business',
    postcode: 'SS17 0AA',
    reaches: [{ kind: 'phone', value: '020 7946 0018' }],
    source: 'phone',
  },
];

const names = async (typed: string) =>
  (await inTx((tx) => searchCustomers(tx, council.councilId, typed))).found.map(({ customer }) => customer.name);

describe('the search box of the desk', () => {
  test.each([
    ['jon smyth rm17', 'John Smith'],
    ['rm17 smyth jon', 'John Smith'],
    ['SMITH', 'John Smith'],
    ['07700 900123', 'John Smith'],
    ['+44 7700 900123', 'John Smith'],
    ['John.Smith@Example.com', 'John Smith'],
    ['14 rm175aa', 'John Smith'],
    ['rm13 8ab', 'Gill O’Brien'],
    ["gill o'brian", 'Gill O’Brien'],
    ['obrien 01708555012', 'Gill O’Brien'],
    ['jagjeet sing', 'Jagjit Singh'],
    ['Шевченко', 'Шевченко Оксана'],
    ['bakers', 'Estuary Bakers Ltd'],
  ])('finds by "%s" first %s', async (typed, name) => {
    expect((await names(typed))[0]).toBe(name);
  });

  test('finds somebody who left nothing but a telephone number', async () => {
    await register({ name: 'Tom', reaches: [{ kind: 'phone', value: '(07700) 900-777' }], source: 'phone' });
    expect(await names('07700900777')).toEqual(['Tom']);
  });

  test.each(['P8VK-MQFP', 'WCYD-WHER', 'wcyd wher', 'tfkqdvzk'])(
    'hands the case reference %s to the caller, with figures in it or none',
    async (typed) => {
      const result = await inTx((tx) => searchCustomers(tx, council.councilId, `smith ${typed}`));
      expect(result.found[0]?.customer.name).toBe('John Smith');
      expect(result.reference?.replace('-', '')).toBe(typed.toUpperCase().replace(/[- ]/, ''));
    },
  );

  test('hands a case reference to the caller and takes nonsense calmly', async () => {
    const reference = newReference();
    const result = await inTx((tx) => searchCustomers(tx, council.councilId, `smith ${reference.toLowerCase()}`));
    expect(result.found[0]?.customer.name).toBe('John Smith');
    expect(result.reference).toBe(reference);
    for (const typed of ['', '   ', '💩', "'; drop table customers; --", '%', 'x'.repeat(5_000), '‮abc']) {
      expect(Array.isArray(await names(typed))).toBe(true);
    }
  });

  test('says why each one is there, is logged without the words, and is not for partners', async () => {
    const found = await inTx((tx) =>
      findCustomers(tx, house.clock, council.adviser, { typed: 'jon smyth rm17', purpose: 'answering a call' }),
    );
    expect(found.ok && found.found[0]?.reasons).toEqual(['name sounds or looks alike', 'postcode area']);
    const entry = await inTx((tx) =>
      tx
        .selectFrom('audit_entries')
        .selectAll()
        .where('council_id', '=', council.councilId)
        .where('act', '=', 'customers.searched')
        .executeTakeFirstOrThrow(),
    );
    expect(entry).toMatchObject({ kind: 'read', purpose: 'answering a call' });
    expect(JSON.stringify(entry)).not.toContain('smyth');
    const partner = await council.colleague('Crew', ['partner']);
    expect(await inTx((tx) => findCustomers(tx, house.clock, partner, { typed: 'smith', purpose: 'x' }))).toEqual({
      ok: false,
      refusal: 'not-allowed',
    });
  });

  test('reads nothing of another council', async () => {
    const other = await smallCouncil(house.deps.db, house.clock, 'elsewhere');
    const found = await inCouncil(house.deps.db, other.councilId, (tx) =>
      searchCustomers(tx, council.councilId, 'smith'),
    );
    expect(found.found).toEqual([]);
  });
});
