import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPlaceWords } from './read-place-words.ts';

test.each([
  ['51.4828, 0.3235', { kind: 'point', point: { lat: 51.4828, lon: 0.3235 } }],
  ['rm175aa', { kind: 'postcode', postcode: 'RM17 5AA', house: '' }],
  ['14 rm9 5aa', { kind: 'postcode', postcode: 'RM9 5AA', house: '14' }],
  ['Flat 2, 14 Elm Rd, RM9 5AA', { kind: 'postcode', postcode: 'RM9 5AA', house: 'FLAT 2 14 ELM ROAD' }],
  ['14 Elm Rd', { kind: 'street', house: '14', words: 'ELM ROAD' }],
  ['Flat 2, 14 Elm Road', { kind: 'street', house: 'FLAT 2 14', words: 'ELM ROAD' }],
  ['12a Elm Road', { kind: 'street', house: '12A', words: 'ELM ROAD' }],
  ['Rose Cottage, Elm Road', { kind: 'street', house: 'ROSE COTTAGE', words: 'ELM ROAD' }],
  ['elm road', { kind: 'street', house: '', words: 'ELM ROAD' }],
  ['RM9', { kind: 'street', house: '', words: 'RM9' }],
  ['  ', { kind: 'nothing' }],
  ['🗑️', { kind: 'nothing' }],
  ['91.5, 0.3', { kind: 'street' }],
])('"%s" is understood', (typed, understood) => {
  expect(readPlaceWords(typed)).toMatchObject(understood);
});

test('whatever is typed is read, and quickly enough for five megabytes', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (typed) => readPlaceWords(typed).kind.length > 0));
  expect(readPlaceWords('1 '.repeat(2_500_000)).kind).toBe('street');
});
