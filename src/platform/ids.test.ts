import { expect, test } from 'vitest';
import { MovableClock } from './clock.ts';
import { newId, newReference, readReference } from './ids.ts';

test('ids made while the clock stands still keep their order, however many there are', () => {
  const clock = new MovableClock('2031-05-05T05:05:05Z');
  const made = Array.from({ length: 10_000 }, () => newId(clock));
  expect([...made].sort()).toEqual(made);
  expect(new Set(made).size).toBe(made.length);
});

test('a reference is read however it is typed, and a slip of one letter is noticed', () => {
  const reference = newReference();
  expect(readReference(` ${reference.toLowerCase().replace('-', ' ')} `)).toBe(reference);
  const wrong = reference.startsWith('K') ? `M${reference.slice(1)}` : `K${reference.slice(1)}`;
  expect(readReference(wrong)).toBeNull();
});
