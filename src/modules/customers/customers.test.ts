import { beforeAll, describe, expect, test } from 'vitest';
import { inCouncil, type Tx } from '#platform/db';
import { startApp, type TestApp } from '#test/app';
import { type SmallCouncil, smallCouncil } from '#test/small-council';
import {
  addNote,
  addReach,
  changeCustomer,
  customerView,
  endReach,
  matchCustomer,
  mergeCustomers,
  preferReach,
  reachableBy,
  recordNeed,
  registerCustomer,
  searchCustomers,
  undoMerge,
  validateIdentity,
} from './index.ts';

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

describe('a new record', () => {
  test('is refused while a likely match has not been looked at, and made when somebody said "not these"', async () => {
    const person: Register = {
      name: 'Jon Smyth',
      givenName: 'Jon',
      familyName: 'Smyth',
      postcode: 'rm17 5aa',
      reaches: [{ kind: 'phone', value: '07700900123' }],
      source: 'phone',
    };
    const first = await inTx((tx) => registerCustomer(tx, house.clock, council.adviser, person));
    if (first.ok || first.refusal !== 'may-be-known') throw new Error('a match was expected');
    expect(first.matches[0]?.reasons.map(({ fact, how }) => `${fact} ${how}`)).toContain('phone same');
    const ids = first.matches.map(({ customer }) => customer.id);
    const second = await inTx((tx) =>
      registerCustomer(tx, house.clock, council.adviser, { ...person, notTheseIds: ids }),
    );
    expect(second.ok).toBe(true);
  });

  test('of a housemate with the same name, home and telephone is possible, not likely', async () => {
    const matches = await inTx((tx) =>
      matchCustomer(tx, council.councilId, {
        givenName: 'Edith',
        familyName: 'Smith',
        address: '14 Orchard Road',
        postcode: 'RM17 5AA',
        phones: ['07700 900123'],
      }),
    );
    const john = matches.find(({ customer }) => customer.name === 'John Smith');
    expect(john?.likeness).toBe('possible');
  });

  test.each([
    ['no-name', { name: '  ' }],
    ['not-a-postcode', { postcode: 'nowhere' }],
    ['not-a-date', { bornOn: '1990-02-31' }],
    ['not-a-phone-number', { reaches: [{ kind: 'phone' as const, value: '12' }] }],
    ['not-an-email-address', { reaches: [{ kind: 'email' as const, value: 'kay at home' }] }],
  ])('is refused as %s', async (refusal, wrong) => {
    const person: Register = { name: 'Zebedee Quark', reaches: [], source: 'phone', ...wrong };
    expect(await inTx((tx) => registerCustomer(tx, house.clock, council.adviser, person))).toEqual({
      ok: false,
      refusal,
    });
  });
});

describe('a record', () => {
  test('is found by its new name after a change, and the audit names the fact and not its words', async () => {
    const customerId = await register({ name: 'Maud Lister', reaches: [], source: 'phone' });
    await inTx((tx) => changeCustomer(tx, house.clock, council.adviser, { customerId, name: 'Maud Hargreaves' }));
    expect(await names('hargreaves')).toEqual(['Maud Hargreaves']);
    expect(await names('lister')).toEqual([]);
    const entry = await inTx((tx) =>
      tx
        .selectFrom('audit_entries')
        .select('detail')
        .where('council_id', '=', council.councilId)
        .where('act', '=', 'customer.changed')
        .executeTakeFirstOrThrow(),
    );
    expect(entry.detail).toEqual({ facts: ['name'] });
  });

  test('prefers one way to reach somebody at a time and forgets one that has ended', async () => {
    const customerId = await register({
      name: 'Kay Ford',
      reaches: [{ kind: 'email', value: 'kay@example.com' }],
      source: 'web',
    });
    const added = await inTx((tx) =>
      addReach(tx, house.clock, council.adviser, {
        customerId,
        kind: 'phone',
        value: '07700 900555',
        isPreferred: true,
      }),
    );
    expect(await inTx((tx) => reachableBy(tx, council.councilId, customerId))).toMatchObject({
      preferred: 'sms',
      mobile: '+447700900555',
      email: 'kay@example.com',
    });
    const again = await inTx((tx) =>
      addReach(tx, house.clock, council.adviser, { customerId, kind: 'phone', value: '+447700900555' }),
    );
    expect(again).toEqual(added);
    const view = await inTx((tx) =>
      customerView(tx, house.clock, council.adviser, { customerId, purpose: 'answering a call' }),
    );
    const email = view.ok ? view.customer.reaches.find(({ kind }) => kind === 'email') : undefined;
    await inTx((tx) => preferReach(tx, house.clock, council.adviser, { customerId, reachId: email?.id ?? '' }));
    await inTx((tx) =>
      endReach(tx, house.clock, council.adviser, { customerId, reachId: added.ok ? added.reachId : '' }),
    );
    expect(await inTx((tx) => reachableBy(tx, council.councilId, customerId))).toMatchObject({
      preferred: 'email',
      mobile: null,
    });
    expect(await names('07700 900555')).toEqual([]);
  });

  test('shows needs with their review, notes and a logged purpose', async () => {
    const customerId = await register({ name: 'Tom Pearce', reaches: [], source: 'phone' });
    const need = {
      customerId,
      kind: 'vulnerable' as const,
      reason: 'older-person',
      channel: 'phone',
      reviewOn: '2026-12-01',
    };
    expect(
      await inTx((tx) => recordNeed(tx, house.clock, council.adviser, { ...need, reason: 'looks poorly' })),
    ).toEqual({ ok: false, refusal: 'unknown-reason' });
    expect(
      await inTx((tx) => recordNeed(tx, house.clock, council.adviser, { ...need, reviewOn: '2026-11-24' })),
    ).toEqual({ ok: false, refusal: 'review-in-the-past' });
    await inTx((tx) => recordNeed(tx, house.clock, council.adviser, need));
    await inTx((tx) => addNote(tx, house.clock, council.adviser, { customerId, note: 'Prefers the morning.' }));
    house.clock.moveTo('2026-12-02T10:00:00Z');
    const view = await inTx((tx) =>
      customerView(tx, house.clock, council.adviser, { customerId, purpose: 'answering a call' }),
    );
    house.clock.moveTo('2026-11-24T11:00:00Z');
    expect(view.ok && view.customer).toMatchObject({
      needs: [{ reason: 'older-person', assessedBy: 'Ada Mensah', isReviewDue: true }],
      notes: [{ note: 'Prefers the morning.' }],
    });
    const reads = await inTx((tx) =>
      tx
        .selectFrom('audit_entries')
        .select('purpose')
        .where('council_id', '=', council.councilId)
        .where('subject_id', '=', customerId)
        .where('kind', '=', 'read')
        .execute(),
    );
    expect(reads).toEqual([{ purpose: 'answering a call' }]);
  });

  test('is validated by the council’s rule, keeping which facts were right and not what was said', async () => {
    const customerId = await register({ name: 'Una Voss', reaches: [], source: 'phone' });
    const check = (confirmed: Parameters<typeof validateIdentity>[3]['confirmed']) =>
      inTx((tx) => validateIdentity(tx, house.clock, council.adviser, { customerId, confirmed }));
    expect(await check(['name', 'name', 'email'])).toMatchObject({ ok: false, refusal: 'not-enough', missing: 1 });
    expect(await check(['postcode', 'name'])).toEqual({ ok: true, facts: ['name', 'postcode'] });
    const kept = await inTx((tx) =>
      tx
        .selectFrom('identity_checks')
        .select(['facts', 'passed'])
        .where('council_id', '=', council.councilId)
        .where('customer_id', '=', customerId)
        .orderBy('at')
        .execute(),
    );
    expect(kept.map(({ passed }) => passed).sort()).toEqual([false, true]);
  });

  test('is merged by cluster, comes once in a search, and is itself again when the merge is undone', async () => {
    const manager = await council.colleague('Moira', ['team-manager']);
    const one = await register({
      name: 'Wilhelmina Katz',
      reaches: [{ kind: 'phone', value: '07700 900801' }],
      source: 'phone',
    });
    const two = await register({
      name: 'Mina Katz',
      reaches: [{ kind: 'email', value: 'mina@example.com' }],
      source: 'web',
    });
    const merge = (actor = manager) =>
      inTx((tx) => mergeCustomers(tx, house.clock, actor, { keptId: one, mergedId: two, reasons: ['she said so'] }));
    expect(await merge(council.adviser)).toEqual({ ok: false, refusal: 'not-allowed' });
    const merged = await merge();
    expect(await merge()).toEqual({ ok: false, refusal: 'already-one-person' });
    expect(await names('katz')).toHaveLength(1);
    expect(await inTx((tx) => reachableBy(tx, council.councilId, one))).toMatchObject({
      email: 'mina@example.com',
      mobile: '+447700900801',
    });
    expect(
      await inTx((tx) => undoMerge(tx, house.clock, manager, { mergeId: merged.ok ? merged.mergeId : '' })),
    ).toEqual({ ok: true });
    expect(await names('katz')).toHaveLength(2);
  });
});
