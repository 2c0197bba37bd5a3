import { beforeAll, beforeEach, expect, test } from 'vitest';
import { startApp, type TestApp } from '#test/app';
import type { Browser } from '#test/browser';

// Kay 4: a complaint made on Tuesday 24 November is acknowledged by Tuesday 1 December and answered by 15 December.
const MADE = '2026-11-24T11:00:00Z';

let house: TestApp;
let helen: Browser;
let mark: string;

beforeAll(async () => {
  house = await startApp({ now: MADE });
});

beforeEach(async () => {
  house.clock.moveTo(MADE);
  helen = await house.signedIn('helen-ross');
  mark = await complaintOnCall();
});

async function complaintOnCall(): Promise<string> {
  const before = await marksListed();
  const ada = await house.signedIn('ada-mensah');
  await ada.visit('/desk');
  await ada.submit({ channel: 'phone' });
  await ada.submit({ mark: 'complaint' });
  const [made = ''] = (await marksListed()).filter((id) => !before.includes(id));
  return made;
}

async function marksListed(): Promise<string[]> {
  await helen.visit('/desk/marks');
  return [...helen.html.matchAll(/\/desk\/marks\/([0-9a-f-]{36})/g)].map(([, id = '']) => id);
}

test('a complaint on a call stands in the list of the team that answers it, with both of its dates', async () => {
  await helen.visit(`/desk/marks/${mark}`);
  expect(helen.text).toContain('Complaint');
  expect(helen.text).toMatch(/We say that we have your complaint.*1 December/);
  expect(helen.text).toMatch(/We answer your complaint.*15 December/);
});

test('acknowledged the next day, the answer comes forward to ten working days from then', async () => {
  house.clock.moveTo('2026-11-25T10:00:00Z');
  helen = await house.signedIn('helen-ross');
  await helen.visit(`/desk/marks/${mark}`);
  await helen.submit({}, `/desk/marks/${mark}/acknowledgement`);
  expect(helen.text).toMatch(/We answer your complaint.*9 December/);
  expect(helen.text).not.toContain('They have been told');
});

test('acknowledged too late, the answer is still due by the last day that was promised', async () => {
  house.clock.moveTo('2026-12-03T10:00:00Z');
  helen = await house.signedIn('helen-ross');
  await helen.visit(`/desk/marks/${mark}`);
  await helen.submit({}, `/desk/marks/${mark}/acknowledgement`);
  expect(helen.text).toMatch(/We answer your complaint.*15 December/);
});

test('an answer needs its words and a choice, keeps what was typed, and ends the mark once', async () => {
  await helen.visit(`/desk/marks/${mark}`);
  await helen.submit({ note: 'We wrote to her' }, `/desk/marks/${mark}/answer`);
  expect(helen.status).toBe(422);
  expect(helen.text).toContain('Choose whether it was answered');
  expect(helen.html).toContain('We wrote to her');
  await helen.submit({ outcome: 'answered', note: ' ' }, `/desk/marks/${mark}/answer`);
  expect(helen.text).toContain('Write what was answered, or why it was no such thing');
  await helen.submit({ outcome: 'answered', note: 'Letter sent.' }, `/desk/marks/${mark}/answer`);
  expect(helen.html).not.toContain(mark);
  await helen.visit(`/desk/marks/${mark}`);
  expect(helen.text).toContain('Letter sent.');
  expect(helen.text).not.toContain('End it');
});

test('what was no complaint is taken back with its promises', async () => {
  await helen.visit(`/desk/marks/${mark}`);
  await helen.submit({ outcome: 'not-a-mark', note: 'Pressed by mistake' }, `/desk/marks/${mark}/answer`);
  await helen.visit(`/desk/marks/${mark}`);
  expect(helen.text).toContain('Taken back');
  expect(helen.text).toContain('withdrawn');
});

test('another team neither sees nor answers it, and nonsense in the address finds nothing', async () => {
  const kath = await house.signedIn('kath-bryant');
  await kath.visit('/desk/marks');
  expect(kath.text).toContain('Nothing waits for your teams');
  for (const path of [`/desk/marks/${mark}`, '/desk/marks/none', `/desk/marks/${'0'.repeat(36)}`]) {
    await kath.visit(path);
    expect(kath.status).toBe(404);
  }
});

test('somebody who is in no team finds nothing, by list or by address, and nothing breaks', async () => {
  const ruth = await house.signedIn('ruth-adeyemi');
  await ruth.visit('/desk/marks');
  expect(ruth.text).toContain('Nothing waits for your teams');
  await ruth.visit(`/desk/marks/${mark}`);
  expect(ruth.status).toBe(404);
});
