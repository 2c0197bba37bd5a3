import { expect, test } from 'vitest';
import { answeredSo } from './condition-schema.ts';

test('an unanswered question never meets a condition, not even one that wants a no', () => {
  expect(answeredSo({ question: 'danger', is: false }, {})).toBe(false);
  expect(answeredSo({ question: 'danger', is: false }, { danger: false })).toBe(true);
});

test('of several answers any one will do, and of several choices one is enough', () => {
  const when = { question: 'what', is: ['glass', 'needles'] };
  expect(answeredSo(when, { what: 'needles' })).toBe(true);
  expect(answeredSo({ question: 'what', is: 'danger' }, { what: ['bags', 'danger'] })).toBe(true);
  expect(answeredSo(when, { what: 'litter' })).toBe(false);
});
