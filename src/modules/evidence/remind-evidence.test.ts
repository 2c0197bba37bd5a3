import { beforeEach, expect, test } from 'vitest';
import { startApp, type TestApp } from '#test/app';
import type { Browser } from '#test/browser';
import { answerDiscount, prove, sendDiscount, withDiscount } from '#test/discount';
import { remindEvidence } from './remind-evidence.ts';

// Sent on Tuesday 24 November; the proof of address is due within 14 days, on Tuesday 8 December.

let house: TestApp;
beforeEach(async () => {
  house = await startApp();
  await withDiscount(house);
});

async function applied(answers: { student?: string } = {}): Promise<string> {
  const kay = house.browser();
  await answerDiscount(kay, answers);
  await kay.submit({ how: 'later' });
  if (answers.student === 'yes') await kay.submit({ how: 'not' });
  return sendDiscount(kay);
}

async function at(instant: string): Promise<void> {
  house.clock.moveTo(instant);
  await remindEvidence(house.deps);
  await house.work();
}

async function reminders(): Promise<string[]> {
  const { rows } = await house.deps.db.pool.query<{ body: string }>(
    "select body from messages where template_slug = 'evidence-late' order by made_at",
  );
  return rows.map(({ body }) => body);
}

async function lateList(): Promise<Browser> {
  const yusuf = await house.signedIn('yusuf-ali');
  await yusuf.visit('/desk/decisions?of=all&which=evidence');
  return yusuf;
}

test('what did not come by its day is asked for once more, the morning after, and then stands on the list', async () => {
  const reference = await applied({ student: 'yes' });
  await at('2026-12-08T15:00:00Z');
  await at('2026-12-09T07:25:00Z');
  expect(await reminders()).toEqual([]);
  expect((await lateList()).text).not.toContain(reference);
  await at('2026-12-09T08:25:00Z');
  await at('2026-12-09T09:25:00Z');
  await at('2026-12-20T09:25:00Z');
  const told = await reminders();

  expect(told).toHaveLength(1);
  expect(told[0]).toContain('Proof of address');
  // It is not required, so they may leave it out.
  expect(told[0]).not.toContain('Letter from the university');
  const yusuf = await lateList();
  expect(yusuf.text).toMatch(new RegExp(`1 Late evidence.*${reference}.*Proof of address Tuesday 8 December 2026`));
  await yusuf.visit(`/desk/cases/${reference}`);
  expect(yusuf.text).toContain('Not here by its day: Proof of address. We reminded them.');
});

test('what came, or was shown, or hangs on a case that has ended, is not asked for', async () => {
  const shown = await applied();
  const decided = await applied();
  const yusuf = await house.signedIn('yusuf-ali');
  await yusuf.visit(`/desk/cases/${shown}`);
  await yusuf.submit({ piece: 'proof-of-address', act: 'seen' }, `/desk/cases/${shown}/evidence`);
  await yusuf.visit(`/desk/cases/${decided}`);
  const grant = { 'decision-result': 'granted', 'decision-reasons': 'only-adult' };
  await yusuf.submit(grant, `/desk/cases/${decided}/decision`);
  await at('2026-12-09T09:25:00Z');

  expect(await reminders()).toEqual([]);
  expect((await lateList()).text).toContain('Nothing waits here');
});

test('what comes late leaves the list, and what is asked for again has a new day and a reminder of its own', async () => {
  const reference = await applied();
  await at('2026-12-09T09:25:00Z');
  const yusuf = await lateList();
  await yusuf.visit(`/desk/cases/${reference}`);
  await yusuf.submit({ piece: 'proof-of-address', act: 'seen' }, `/desk/cases/${reference}/evidence`);
  expect((await lateList()).text).not.toContain(reference);
  await yusuf.visit(`/desk/cases/${reference}`);
  await yusuf.submit(
    { piece: 'proof-of-address', act: 'refuse', reason: 'It does not show your address.' },
    `/desk/cases/${reference}/evidence`,
  );
  await at('2026-12-23T09:25:00Z');
  expect(await reminders()).toHaveLength(1);
  await at('2026-12-24T09:25:00Z');

  expect(await reminders()).toHaveLength(2);
  expect((await lateList()).text).toContain('Wednesday 23 December 2026');
});

async function askedFor(reference: string, fields: Record<string, string>): Promise<Browser> {
  const yusuf = await house.signedIn('yusuf-ali');
  await yusuf.visit(`/desk/cases/${reference}`);
  const more = { 'more-piece': '', 'more-name': 'Tenancy agreement', 'more-why': 'We need the start date.' };
  await yusuf.submit({ ...more, ...fields }, `/desk/cases/${reference}/more-evidence`);
  return yusuf;
}

const questions = async () => {
  const { rows } = await house.deps.db.pool.query<{ body: string }>(
    "select body from messages where template_slug = 'waiting-for-you' order by made_at",
  );
  return rows.map(({ body }) => body);
};

test('what an officer asks for in words has the day that they chose, which the customer reads, and its reminder', async () => {
  const reference = await applied();
  const yusuf = await askedFor(reference, { 'more-due': '2026-12-01' });
  expect(yusuf.text).toMatch(/Tenancy agreement Asked for Due 1 December 2026/);
  await house.work();
  expect((await questions())[0]).toContain('Please send it or bring it by Tuesday 1 December 2026.');
  const kay = house.browser();
  await prove(kay, reference);
  expect(kay.text).toMatch(/Tenancy agreement We need this Please send it by Tuesday 1 December/);
  await at('2026-12-01T09:25:00Z');
  expect(await reminders()).toEqual([]);
  await at('2026-12-02T09:25:00Z');
  await at('2026-12-03T09:25:00Z');

  const told = await reminders();
  expect(told).toHaveLength(1);
  expect(told[0]).toContain('Tenancy agreement');
  expect((await lateList()).text).toMatch(/Tenancy agreement Tuesday 1 December 2026/);
});

test('without a day of their own it is the council’s, and so it is for a piece of that kind that is refused', async () => {
  const reference = await applied();
  expect((await askedFor(reference, { 'more-due': '' })).text).toMatch(
    /Tenancy agreement Asked for Due 8 December 2026/,
  );
  house.clock.moveTo('2026-12-01T10:00:00Z');
  const kay = house.browser();
  await prove(kay, reference);
  await kay.visit(`/track/${reference}/evidence/asked-2`);
  const bytes = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n');
  await kay.attach(`/track/${reference}/evidence/asked-2`, { field: 'file', name: 'tenancy.pdf', bytes });
  const yusuf = await house.signedIn('yusuf-ali');
  await yusuf.visit(`/desk/cases/${reference}`);
  await yusuf.submit({ piece: 'asked-2', act: 'refuse', words: 'Not signed.' }, `/desk/cases/${reference}/evidence`);
  expect(yusuf.text).toMatch(/Tenancy agreement Refused Due 15 December 2026/);
});

test.each(['2026-11-23', '2026-02-30', '2099-01-01', 'soon'])(
  'the day %s is refused and what was typed stays',
  async (day) => {
    const yusuf = await askedFor(await applied(), { 'more-due': day });
    expect(yusuf.status).toBe(422);
    expect(yusuf.text).toContain('Enter a day that exists, from today on and within a year');
    expect(yusuf.html).toContain('We need the start date.');
  },
);

test('a decision that more is needed asks for a piece with a day and a reminder, and it can be sent', async () => {
  const reference = await applied();
  const yusuf = await house.signedIn('yusuf-ali');
  await yusuf.visit(`/desk/cases/${reference}`);
  const more = {
    'decision-result': 'more-needed',
    'decision-reasons': 'no-proof',
    'decision-words': 'Show us the lease.',
  };
  await yusuf.submit({ ...more, 'decision-due': '2026-11-01' }, `/desk/cases/${reference}/decision`);
  expect([yusuf.status, yusuf.text.includes('Enter a day that exists')]).toEqual([422, true]);
  await yusuf.submit({ ...more, 'decision-due': '2026-12-03' }, `/desk/cases/${reference}/decision`);
  expect(yusuf.text).toMatch(/Show us the lease. Asked for Due 3 December 2026/);
  await house.work();
  expect((await questions())[0]).toContain('We could not see who lives there.');
  const kay = house.browser();
  await prove(kay, reference);
  expect(kay.html).toContain(`/track/${reference}/evidence/asked-2`);
  await at('2026-12-04T09:25:00Z');
  expect((await reminders())[0]).toContain('Show us the lease.');
});
