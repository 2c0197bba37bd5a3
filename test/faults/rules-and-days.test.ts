import { expect, test } from 'vitest';
import { startApp, type TestApp } from '#test/app';
import type { Browser } from '#test/browser';
import { problemsOf } from '#test/council-check';
import { CouncilCopy } from '#test/council-copy';
import { everyKind } from '#test/every-kind';
import { withService } from '#test/with-service';

const [home] = everyKind.steps;
const base = (slug: string) => `/services/${slug}/apply`;
const asked = (ids: readonly string[]) => home?.questions.filter(({ id }) => ids.includes(id)) ?? [];

interface Cut {
  slug: string;
  questions: readonly object[];
  values?: readonly object[];
}

/** The form of every kind, cut down to a few questions of its first step, begun. */
async function withForm(house: TestApp, { slug, questions, values = [] }: Cut): Promise<Browser> {
  const steps = [{ id: 'home', title: 'Your home', questions }];
  await withService(house, { ...everyKind, slug, steps, values, checks: [], outcomes: [] });
  const kay = house.browser();
  await kay.visit(base(slug));
  await kay.submit({}, base(slug));
  return kay;
}

test('a rule that divides by zero stops nobody: it is left to an officer, and the page says so', async () => {
  const shares = { id: 'share', is: '100 / rooms', shown: 'number', label: 'For each room' };
  const house = await startApp();
  const kay = await withForm(house, { slug: 'shares', questions: asked(['rooms']), values: [shares] });
  await kay.submit({ rooms: '0' });
  await kay.submit({ name: 'Kay', email: 'kay@example.com', phone: '' });
  expect(kay.text).toContain('For each room We could not work this out. An officer will look at it.');
  await kay.submit({}, `${base('shares')}/answers`);
  expect(kay.text).toContain('We have your application');
});

const day = (typed: string) => {
  const [year = '', month = '', of = ''] = typed.split('-');
  return { 'born-day': of, 'born-month': month, 'born-year': year };
};

test('29 February and days before 1900 are taken where they were, and said to be no days where they were not', async () => {
  const house = await startApp();
  const born = { id: 'born', kind: 'date', label: 'When were you born?', missing: 'Enter the date' };
  const kay = await withForm(house, { slug: 'births', questions: [born] });
  for (const typed of ['2023-2-29', '1900-2-29']) {
    await kay.submit(day(typed));
    expect([typed, kay.status, kay.text.includes('Enter a real date')]).toEqual([typed, 422, true]);
    expect(kay.html).toContain('value="29"');
  }
  for (const [typed, words] of [
    ['1899-12-31', 'Sunday 31 December 1899'],
    ['1896-2-29', 'Saturday 29 February 1896'],
    ['2024-2-29', 'Thursday 29 February 2024'],
  ] as const) {
    await kay.visit(`${base('births')}/questions/born`);
    await kay.submit(day(typed));
    if (kay.url.endsWith('/contact')) await kay.submit({ name: 'Kay', email: 'kay@example.com', phone: '' });
    expect([typed, kay.url, kay.text.includes(words)]).toEqual([typed, `${base('births')}/answers`, true]);
  }
});

test('a definition with a circle is refused by the check, with the file and the line', async () => {
  const council = await CouncilCopy.make();
  const file = 'services/pothole.yaml';
  await council.plant(file, 'id: danger\n', 'id: danger\n    showIf: { question: size, is: hand }\n');
  await council.plant(file, 'id: size\n', 'id: size\n    showIf: { question: danger, is: true }\n');
  const [line] = (await council.placeOf(file, 'question: size')).split(/:\d+$/);
  const problems = await problemsOf(council.dir);
  await council.remove();
  expect(problems.join('\n')).toContain(`${line ?? ''}:`);
  expect(problems.join('\n')).toContain('question "size" is not asked before this');
});
