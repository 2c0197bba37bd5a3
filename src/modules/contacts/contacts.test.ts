import { beforeAll, describe, expect, test } from 'vitest';
import { registerCustomer } from '#modules/customers';
import { inCouncil, type Tx } from '#platform/db';
import { newId } from '#platform/ids';
import { startApp, type TestApp } from '#test/app';
import { type SmallCouncil, smallCouncil } from '#test/small-council';
import {
  abandonContact,
  addQuestion,
  endContact,
  holdContact,
  identifyContact,
  journey,
  liveContacts,
  markContact,
  marksOf,
  recordCause,
  startContact,
  takeContact,
  transferContact,
  wrapUp,
  wrapUpQuestions,
} from './index.ts';

let house: TestApp;
let council: SmallCouncil;

beforeAll(async () => {
  house = await startApp();
  council = await smallCouncil(house.deps.db, house.clock);
});

const inTx = <T>(work: (tx: Tx) => Promise<T>) => inCouncil(house.deps.db, council.councilId, work);
const contactRow = (id: string) =>
  inTx((tx) =>
    tx
      .selectFrom('contacts')
      .selectAll()
      .where('council_id', '=', council.councilId)
      .where('id', '=', id)
      .executeTakeFirstOrThrow(),
  );
async function call(actor = council.adviser, given: Partial<Parameters<typeof startContact>[3]> = {}) {
  const started = await inTx((tx) =>
    startContact(tx, house.clock, actor, { channel: 'phone', direction: 'in', ...given }),
  );
  if (!started.ok) throw new Error(started.refusal);
  return started.contactId;
}
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

describe('a call', () => {
  test('is timed from the first moment, before anybody knows who it is with', async () => {
    const id = await call(council.adviser, { givenPhone: '07700 900123', waitedSeconds: 45 });
    expect(await contactRow(id)).toMatchObject({
      identity: 'unknown',
      customer_id: null,
      waited_seconds: 45,
      given_phone: '07700 900123',
    });
    house.clock.advance(3);
    const kay = await customer('Kay Marsh');
    expect(
      await inTx((tx) =>
        identifyContact(tx, house.clock, council.adviser, {
          contactId: id,
          customerId: kay,
          validatedBy: ['name', 'postcode'],
        }),
      ),
    ).toEqual({ ok: true });
    expect(await contactRow(id)).toMatchObject({ identity: 'known', validated_by_facts: ['name', 'postcode'] });
    const other = await customer('Somebody Else');
    await inTx((tx) => identifyContact(tx, house.clock, council.adviser, { contactId: id, customerId: other }));
    expect(await contactRow(id)).toMatchObject({ customer_id: other, validated_at: null, validated_by_facts: null });
    await inTx((tx) => endContact(tx, house.clock, council.adviser, { contactId: id }));
    expect(await contactRow(id)).toMatchObject({ handling_seconds: 180 });
    expect(await inTx((tx) => endContact(tx, house.clock, council.adviser, { contactId: id }))).toEqual({
      ok: false,
      refusal: 'already-ended',
    });
  });

  test('can be one of several; hold is not handling time, and a colleague sees only their own', async () => {
    const bea = await council.colleague('Bea');
    const first = await call(bea);
    house.clock.advance(2);
    await inTx((tx) => holdContact(tx, house.clock, bea, { contactId: first }));
    const second = await call(bea);
    house.clock.advance(5);
    await inTx((tx) => takeContact(tx, house.clock, bea, { contactId: first }));
    house.clock.advance(1);
    expect((await inTx((tx) => liveContacts(tx, bea))).map(({ id }) => id)).toEqual([first, second]);
    await inTx((tx) => endContact(tx, house.clock, bea, { contactId: first }));
    expect(await contactRow(first)).toMatchObject({ handling_seconds: 180 });
    expect(await inTx((tx) => endContact(tx, house.clock, council.adviser, { contactId: second }))).toEqual({
      ok: false,
      refusal: 'somebody-elses',
    });
  });

  test('is passed on with what is known, and the first colleague to take it has it', async () => {
    const id = await call();
    const cleo = await council.colleague('Cleo');
    const transfer = (reason: string) =>
      inTx((tx) =>
        transferContact(tx, house.clock, council.adviser, { contactId: id, toTeamId: council.teamId, reason }),
      );
    expect(await transfer(' ')).toEqual({ ok: false, refusal: 'empty-reason' });
    expect(await transfer('She asks about her benefit')).toEqual({ ok: true });
    expect(await inTx((tx) => takeContact(tx, house.clock, cleo, { contactId: id }))).toEqual({ ok: true });
    expect(await inTx((tx) => takeContact(tx, house.clock, council.adviser, { contactId: id }))).toEqual({
      ok: false,
      refusal: 'somebody-elses',
    });
  });

  test('that nobody spoke in is abandoned, with nothing to write up', async () => {
    const id = await call();
    await inTx((tx) => abandonContact(tx, house.clock, council.adviser, { contactId: id }));
    const row = await contactRow(id);
    expect(row.abandoned_at).toEqual(row.wrapped_at);
  });

  test('is no business of a partner or a councillor', async () => {
    for (const role of ['partner', 'councillor'] as const) {
      const actor = await council.colleague(role, [role]);
      expect(await inTx((tx) => startContact(tx, house.clock, actor, { channel: 'phone', direction: 'in' }))).toEqual({
        ok: false,
        refusal: 'not-allowed',
      });
    }
  });
});

describe('what a call is about', () => {
  test('can be several things, each with its own case; only chasing is avoidable, and a missed promise is its cause', async () => {
    const id = await call();
    const [late, other] = [newId(house.clock), newId(house.clock)];
    const promiseId = await missedPromise(late);
    const ask = (act: 'chase' | 'new-fact' | 'worse', caseId: string) =>
      inTx((tx) => addQuestion(tx, house.clock, council.adviser, { contactId: id, act, reason: 'missed-bin', caseId }));
    const chase = await ask('chase', late);
    expect(chase).toMatchObject({ ok: true, avoidableCause: 'progress-chasing', causePromiseId: promiseId });
    expect(await ask('new-fact', late)).toMatchObject({ avoidableCause: null, causePromiseId: null });
    expect(await ask('worse', other)).toMatchObject({ avoidableCause: null });
    const positions = await inTx((tx) =>
      tx
        .selectFrom('contact_questions')
        .select('position')
        .where('council_id', '=', council.councilId)
        .where('contact_id', '=', id)
        .orderBy('position')
        .execute(),
    );
    expect(positions.map(({ position }) => position)).toEqual([1, 2, 3]);
    await inTx((tx) =>
      recordCause(tx, house.clock, council.adviser, {
        questionId: chase.ok ? chase.questionId : '',
        cause: 'repeating-information',
      }),
    );
    const { lines } = await inTx((tx) => journey(tx, council.councilId, late, COSTS));
    expect(lines[0]).toMatchObject({
      acts: ['chase', 'new-fact'],
      avoidableCause: 'repeating-information',
      pence: 144,
      sharedWith: [other],
    });
  });

  test('is asked of the adviser only where Frontdoor does not know it, two things at most', async () => {
    const silent = await call();
    expect(await inTx((tx) => wrapUpQuestions(tx, council.councilId, silent))).toEqual(['reason', 'resolved']);
    const close = (answers: object) =>
      inTx((tx) => wrapUp(tx, house.clock, council.adviser, { contactId: silent, ...answers }));
    expect(await close({ reason: 'opening-hours' })).toEqual({ ok: false, refusal: 'unanswered', ask: ['resolved'] });
    house.clock.advance(1);
    expect(await close({ reason: 'opening-hours', resolved: true })).toEqual({ ok: true });
    expect(await close({ reason: 'again', resolved: true })).toEqual({ ok: false, refusal: 'already-wrapped-up' });
    expect(await contactRow(silent)).toMatchObject({ resolved_first: true, handling_seconds: 60 });

    const aboutCase = await call();
    await inTx((tx) =>
      addQuestion(tx, house.clock, council.adviser, {
        contactId: aboutCase,
        act: 'report',
        reason: 'missed-bin',
        caseId: newId(house.clock),
      }),
    );
    expect(await inTx((tx) => wrapUpQuestions(tx, council.councilId, aboutCase))).toEqual(['self-service']);
  });
});

describe('a mark', () => {
  test('starts its team’s clock once; a confidential one is seen by its own team alone', async () => {
    await council.document('calendar', 'office', {
      slug: 'office',
      name: { en: 'Office' },
      holidays: 'none',
      week: WEEK,
      closed: {},
      openings: {},
    });
    const standard = (slug: string) => ({
      slug,
      name: { en: slug },
      promise: 'acknowledge',
      what: { en: 'We will write to you' },
      clock: { kind: 'working-days', days: 5, calendar: 'office' },
      source: { kind: 'own', text: 'test' },
    });
    await council.document('standard', 'complaint-ack', standard('complaint-ack'));
    const mark = { team: 'front', standards: ['complaint-ack'], recognise: { en: 'x' }, tell: { en: 'x' } };
    await council.document('mark', 'complaint', {
      ...mark,
      mark: 'complaint',
      name: { en: 'Complaint' },
      confidential: false,
    });
    await council.document('mark', 'safeguarding', {
      ...mark,
      mark: 'safeguarding',
      name: { en: 'Safeguarding' },
      confidential: true,
    });
    const id = await call();
    const set = (mark: 'complaint' | 'safeguarding') =>
      inTx((tx) => markContact(tx, house.clock, council.adviser, { contactId: id, mark }));
    const first = await set('complaint');
    const again = await set('complaint');
    if (!first.ok || !again.ok) throw new Error('a mark was refused');
    expect([first.isNew, again.isNew]).toEqual([true, false]);
    expect(again.markId).toBe(first.markId);
    const other = await set('safeguarding');
    if (!other.ok) throw new Error('a mark was refused');
    expect(await contactRow(id)).toMatchObject({ marks: ['complaint'] });
    const promises = await inTx((tx) =>
      tx
        .selectFrom('promises')
        .select('due_at')
        .where('council_id', '=', council.councilId)
        .where('subject_id', 'in', [first.markId, other.markId])
        .execute(),
    );
    expect(promises).toHaveLength(2);
    const outsider = { ...(await council.colleague('Dan')), teamIds: [] };
    const seen = async (actor: typeof council.adviser) =>
      (await inTx((tx) => marksOf(tx, actor, [id]))).map(({ mark: name }) => name);
    expect(await seen(council.adviser)).toEqual(['complaint', 'safeguarding']);
    expect(await seen(outsider)).toEqual(['complaint']);
  });
});

const DAY = [{ opens: '09:00', closes: '17:00' }];
const WEEK = { monday: DAY, tuesday: DAY, wednesday: DAY, thursday: DAY, friday: DAY, saturday: [], sunday: [] };

function missedPromise(caseId: string): Promise<string> {
  const id = newId(house.clock);
  const past = new Date(house.clock.now().getTime() - 86_400_000);
  const promise = {
    council_id: council.councilId,
    id,
    subject_type: 'case',
    subject_id: caseId,
    kind: 'complete',
    what: '{}',
    standard_slug: 's',
    standard_version: 1,
    clock: '{}',
    started_at: past,
    due_at: past,
    made_at: past,
  };
  return inTx(async (tx) => {
    await tx.insertInto('promises').values(promise).execute();
    return id;
  });
}
