import { expect, test } from 'vitest';
import { compileForm } from './compile-form.ts';
import { formSchema } from './form-schema.ts';
import { walk } from './walk.ts';

const form = compileForm(
  formSchema.parse({
    steps: [{ id: 'money', title: 'Money', questions: [{ id: 'income', kind: 'money', label: 'What do you get?' }] }],
    figures: [
      {
        id: 'allowance',
        label: 'What one person needs for a week',
        amounts: [
          { from: '2025-04-07', pence: 22710 },
          { from: '2026-04-06', pence: 23800 },
        ],
        source: { kind: 'example', text: 'A test' },
      },
    ],
    values: [{ id: 'short', is: 'allowance - income', shown: 'money' }],
  }),
);

test.each([
  ['the day before it rises', '2026-04-05', 2710n],
  ['the day on which it rises', '2026-04-06', 3800n],
  ['before there was one: an officer looks', '2025-04-06', null],
])('a figure of rules is that of the day: %s', (_, today, short) => {
  expect(form.problems).toEqual([]);
  expect(walk(form, { answers: { income: 20000 }, today }).values['short']).toBe(short);
});
