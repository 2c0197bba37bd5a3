import fc from 'fast-check';
import { expect, test } from 'vitest';

import { type FieldQuestion, isFieldQuestion, questionSchema } from './question-schema.ts';
import { readAnswer } from './read-answer.ts';

const today = '2026-11-24';

function question(given: Record<string, unknown>): FieldQuestion {
  const parsed = questionSchema.parse({ id: 'q', label: 'What was it?', ...given });
  if (!isFieldQuestion(parsed)) throw new Error('not a field');
  return parsed;
}

test('a required question left empty says what to do, in the words of its definition', () => {
  const asked = question({ kind: 'text', missing: 'Say where, so that the crew finds it' });
  expect(readAnswer(asked, { values: ['   '], today })).toEqual({
    ok: false,
    error: 'Say where, so that the crew finds it',
  });
});

test('an optional question may be passed over', () => {
  expect(readAnswer(question({ kind: 'text', required: false }), { values: [], today })).toEqual({
    ok: true,
    answer: '',
  });
});

test('a text that is too long is refused with both figures, counting emoji as one', () => {
  const asked = question({ kind: 'text', longest: 5 });
  expect(readAnswer(asked, { values: ['🗑️🗑🗑🗑🗑'], today })).toEqual({
    ok: false,
    error: 'Use 5 characters or fewer. You have used 6',
  });
  expect(readAnswer(asked, { values: ['🗑🗑🗑🗑🗑'], today })).toEqual({ ok: true, answer: '🗑🗑🗑🗑🗑' });
});

test('a choice that the definition does not offer is refused', () => {
  const asked = question({
    kind: 'choice',
    options: [
      { value: 'black', label: 'Black bin' },
      { value: 'blue', label: 'Blue bin' },
    ],
  });
  expect(readAnswer(asked, { values: ['pink'], today }).ok).toBe(false);
  expect(readAnswer(asked, { values: ['blue'], today })).toEqual({ ok: true, answer: 'blue' });
});

test.each([
  ['31', '2', '2026', false],
  ['29', '2', '2028', true],
  ['24', '11', '26', false],
  ['0', '11', '2026', false],
  ['1', '9', '2026', true],
])('%s %s %s is read as a date or refused, never rolled into another month', (day, month, year, ok) => {
  expect(readAnswer(question({ kind: 'date' }), { values: [], parts: { day, month, year }, today }).ok).toBe(ok);
});

test('a date outside the definition’s days is refused with the days in words', () => {
  const asked = question({ kind: 'date', within: { before: 14, after: 0 } });
  expect(readAnswer(asked, { values: [], parts: { day: '25', month: '11', year: '2026' }, today })).toEqual({
    ok: false,
    error: 'Enter today or an earlier date',
  });
  expect(readAnswer(asked, { values: [], parts: { day: '9', month: '11', year: '2026' }, today })).toEqual({
    ok: false,
    error: 'Enter a date in the last 14 days',
  });
});

test('whatever is typed into a text question is answered or refused, never thrown at', () => {
  const asked = question({ kind: 'long-text', longest: 100 });
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (value) => {
      const read = readAnswer(asked, { values: [value], today });
      if (read.ok) expect(JSON.stringify(read.answer)).not.toContain('\\u0000');
    }),
  );
});
