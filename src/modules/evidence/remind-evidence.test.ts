import { beforeEach, expect, test } from 'vitest';
import { startApp, type TestApp } from '#test/app';
import type { Browser } from '#test/browser';
import { answerDiscount, sendDiscount, withDiscount } from '#test/discount';
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
