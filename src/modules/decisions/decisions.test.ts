import { beforeAll, describe, expect, test } from 'vitest';
import { systemActor } from '#platform/actor';
import { inCouncil } from '#platform/db';
import { startApp, type TestApp } from '#test/app';
import type { Browser } from '#test/browser';
import { answerDiscount, discountDecision, prove, sendDiscount, withDiscount } from '#test/discount';
import { decide } from './index.ts';

let house: TestApp;
beforeAll(async () => {
  house = await startApp();
});

async function applied(changes: object = {}): Promise<{ kay: Browser; reference: string }> {
  await withDiscount(house, { decision: { ...discountDecision, ...changes } });
  const kay = house.browser();
  await answerDiscount(kay);
  await kay.submit({ how: 'later' });
  return { kay, reference: await sendDiscount(kay) };
}

async function atDesk(reference: string, person: string): Promise<Browser> {
  const desk = await house.signedIn(person);
  await desk.visit(`/desk/cases/${reference}`);
  return desk;
}

const act = (reference: string, name: string) => `/desk/cases/${reference}/${name}`;
const refuse = { 'decision-result': 'refused', 'decision-reasons': ['other-adult'] };
const grant = { 'decision-result': 'granted', 'decision-reasons': ['only-adult'] };

async function messages(reference: string): Promise<string[]> {
  await house.work();
  const { rows } = await house.deps.db.pool.query<{ body: string }>(
    "select m.body from messages m join cases c on c.council_id = m.council_id and c.id = m.case_id where c.reference = $1 and m.template_slug in ('decision', 'refused', 'done') order by m.made_at",
    [reference],
  );
  return rows.map(({ body }) => body);
}

async function endingOf(reference: string): Promise<string | null> {
  const { rows } = await house.deps.db.pool.query<{ ending: string | null }>(
    'select ending from cases where reference = $1',
    [reference],
  );
  return rows[0]?.ending ?? null;
}

describe('a decision', () => {
  test('that refuses says why, on which law, and by which day and where it can be challenged, in one message', async () => {
    const { kay, reference } = await applied();
    const yusuf = await atDesk(reference, 'yusuf-ali');
    await yusuf.submit({ 'decision-result': 'refused' }, act(reference, 'decision'));
    expect(yusuf.text).toContain('Choose at least one reason');
    await yusuf.submit(
      { 'decision-result': 'refused', 'decision-reasons': ['only-adult'] },
      act(reference, 'decision'),
    );
    expect(yusuf.text).toContain('Choose reasons that fit what you decided');

    await yusuf.submit(refuse, act(reference, 'decision'));
    expect(yusuf.text).toMatch(/Decision 1\. Refused Another adult who counts lives there\./);
    expect(await endingOf(reference)).toBe('refused');
    await prove(kay, reference);
    expect(kay.text).toContain('We cannot give you what you applied for.');
    expect(kay.text).toContain('This rests on: Section 11, Local Government Finance Act 1992.');
    expect(kay.text).toContain('You must do this by Saturday 23 January 2027.');
    expect(kay.html).toContain('https://www.valuationtribunal.gov.uk');
    expect(kay.text).not.toContain('Ask us to look at it again');
    const told = await messages(reference);
    expect(told).toHaveLength(1);
    expect(told[0]).toContain('Another adult who counts lives there.');
    expect(told[0]).toContain('Saturday 23 January 2027');
  });

  test('that grants gives the amount and the dates, keeps the promise and cannot be said to be "not fixed"', async () => {
    const { kay, reference } = await applied();
    const yusuf = await atDesk(reference, 'yusuf-ali');
    const money = { 'decision-amount': 'lots', 'decision-per': 'month' };
    await yusuf.submit({ ...grant, ...money }, act(reference, 'decision'));
    expect(yusuf.text).toContain('Enter an amount in pounds');
    await yusuf.submit(
      { ...grant, 'decision-amount': '£31.50', 'decision-per': 'month', 'decision-from': '2026-12-01' },
      act(reference, 'decision'),
    );
    expect(await endingOf(reference)).toBe('done');
    await prove(kay, reference);
    expect(kay.text).toContain('It is £31.50 a month from Tuesday 1 December 2026.');
    expect(kay.text).not.toContain('It is not fixed');
    const { rows } = await house.deps.db.pool.query(
      'select p.outcome from promises p join cases c on c.id = p.subject_id where c.reference = $1',
      [reference],
    );
    expect(rows).toEqual([{ outcome: 'kept' }]);
  });

  test('of two officers at once is one decision, and the second is told so', async () => {
    const { reference } = await applied();
    const [yusuf, owen] = [await atDesk(reference, 'yusuf-ali'), await atDesk(reference, 'owen-price')];
    await Promise.all([
      yusuf.submit(grant, act(reference, 'decision')),
      owen.submit(refuse, act(reference, 'decision')),
    ]);
    const { rows } = await house.deps.db.pool.query(
      'select d.state from decisions d join cases c on c.id = d.case_id where c.reference = $1',
      [reference],
    );
    expect(rows).toEqual([{ state: 'made' }]);
    expect([yusuf.status, owen.status].toSorted()).toEqual([200, 422]);
  });

  test('is corrected by a new one that names it, and its ending goes with it', async () => {
    const { kay, reference } = await applied();
    const yusuf = await atDesk(reference, 'yusuf-ali');
    await yusuf.submit(refuse, act(reference, 'decision'));
    await yusuf.submit(grant, act(reference, 'decision'));
    expect(yusuf.text).toMatch(/1\. Refused Corrected since .* 2\. Granted Corrects decision 1/);
    expect(await endingOf(reference)).toBe('done');
    await prove(kay, reference);
    expect(kay.text).toContain('This takes the place of what we decided before');
  });

  test('that needs more asks the customer, and decides nothing yet', async () => {
    const { reference } = await applied();
    const yusuf = await atDesk(reference, 'yusuf-ali');
    await yusuf.submit(
      { 'decision-result': 'more-needed', 'decision-reasons': ['no-proof'] },
      act(reference, 'decision'),
    );
    expect(yusuf.text).toContain('Waiting for the customer');
    expect(await endingOf(reference)).toBeNull();
    await yusuf.submit(grant, act(reference, 'decision'));
    expect(await endingOf(reference)).toBe('done');
  });

  test('is not for somebody of another team', async () => {
    const { reference } = await applied();
    const ada = await atDesk(reference, 'ada-mensah');
    expect(ada.text).not.toContain('What do you decide?');
  });

  test('of a back office may give reasons of its own, once for each key', async () => {
    const { reference } = await applied();
    const said = [{ words: 'The account was credited.', basis: null }];
    const answer = { case: reference, result: 'granted', reasons: [], said, key: 'hand-over:1' } as const;
    const decided = () =>
      inCouncil(house.deps.db, house.councilId, (tx) => decide(tx, house.clock, systemActor(house.councilId), answer));
    expect(await decided()).toMatchObject({ ok: true, state: 'made', isNew: true });
    expect(await decided()).toMatchObject({ ok: true, state: 'made', isNew: false });
  });
});

describe('a decision of two officers', () => {
  test('is sent when another person agrees, and by nobody before', async () => {
    const { kay, reference } = await applied({ officers: 2 });
    const yusuf = await atDesk(reference, 'yusuf-ali');
    await yusuf.submit(grant, act(reference, 'decision'));
    expect(yusuf.text).toContain('Waits for a second officer. Nothing has been sent.');
    await yusuf.submit({ act: 'agree' }, act(reference, 'second'));
    expect(yusuf.text).toContain('Somebody else must do this');
    expect(await messages(reference)).toEqual([]);
    await prove(kay, reference);
    expect(kay.text).not.toContain('Our decision');

    const owen = await atDesk(reference, 'owen-price');
    await owen.submit({ act: 'agree' }, act(reference, 'second'));
    expect(await endingOf(reference)).toBe('done');
    expect(await messages(reference)).toHaveLength(1);
  });

  test('goes back with a note and is decided anew', async () => {
    const { reference } = await applied({ officers: 2 });
    const yusuf = await atDesk(reference, 'yusuf-ali');
    await yusuf.submit(grant, act(reference, 'decision'));
    const owen = await atDesk(reference, 'owen-price');
    await owen.submit({ 'second-words': 'Look at the lodger again', act: 'send-back' }, act(reference, 'second'));
    expect(owen.text).toContain('Look at the lodger again');
    await owen.submit(refuse, act(reference, 'decision'));
    expect(owen.text).toContain('Waits for a second officer');
  });
});

describe('a challenge', () => {
  const review = { kind: 'review', words: 'You can ask us to look again.', days: 30, standard: 'complaint-answered' };

  test('is one press, opens a review with a clock of its own, and is ended by somebody else', async () => {
    const { kay, reference } = await applied({ challenge: review });
    const yusuf = await atDesk(reference, 'yusuf-ali');
    await yusuf.submit(refuse, act(reference, 'decision'));
    await prove(kay, reference);
    await kay.submit({ because: 'She moved out in May.' });
    expect(kay.text).toMatch(/You asked us to look at it again\. We answer by \w+/);

    await yusuf.visit(`/desk/cases/${reference}`);
    expect(yusuf.text).toContain('She moved out in May.');
    await yusuf.submit({ 'second-words': 'Still no', act: 'uphold' }, act(reference, 'second'));
    expect(yusuf.text).toContain('You had a part in this decision');
    const owen = await atDesk(reference, 'owen-price');
    await owen.submit({ 'second-words': 'The tenancy names two.', act: 'uphold' }, act(reference, 'second'));
    await kay.visit(`/track/${reference}`);
    expect(kay.text).toContain('We looked at it again, and it stands. The tenancy names two.');
    const { rows } = await house.deps.db.pool.query(
      "select p.outcome from promises p join decision_reviews r on r.promise_id = p.id where r.because = 'She moved out in May.'",
    );
    expect(rows).toEqual([{ outcome: 'kept' }]);
  });

  test('after the last day is refused to the customer, with the way that is left', async () => {
    const own = await startApp();
    await withDiscount(own, { decision: { ...discountDecision, challenge: review } });
    const kay = own.browser();
    await answerDiscount(kay);
    await kay.submit({ how: 'later' });
    const reference = await sendDiscount(kay);
    const yusuf = await own.signedIn('yusuf-ali');
    await yusuf.visit(`/desk/cases/${reference}`);
    await yusuf.submit(refuse, act(reference, 'decision'));
    await prove(kay, reference);
    const stale = kay.twin();
    own.clock.advance(31 * 24 * 60);
    await prove(kay, reference);
    expect(kay.text).toContain('The time for this is over.');
    await prove(stale, reference);
    expect(stale.html).not.toContain(`/track/${reference}/review`);
  });
});
