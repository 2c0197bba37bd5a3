import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalisePostcode } from './postcode.ts';

describe('a typed postcode', () => {
  test.each([
    ['rm175aa', 'RM17 5AA'],
    ['  RM17  5AA ', 'RM17 5AA'],
    ['ig11-8pr', 'IG11 8PR'],
    ['RM1 3bd', 'RM1 3BD'],
    ['ss17 oaa', 'SS17 0AA'],
    ['W1A1HQ', 'W1A 1HQ'],
    ['ＲＭ９ ５ＡＡ', 'RM9 5AA'],
  ])('%s is read as %s', (typed, postcode) => {
    expect(normalisePostcode(typed)).toEqual({ ok: true, postcode });
  });

  test.each([
    ['', 'missing'],
    ['   ', 'missing'],
    ['RM17', 'partial'],
    ['rm9', 'partial'],
    ['Grays', 'not-a-postcode'],
    ['RM17 5AC', 'not-a-postcode'],
    ['5AA RM17', 'not-a-postcode'],
    ['🗑️🗑️🗑️', 'not-a-postcode'],
    ['90210', 'not-a-postcode'],
    ['R'.repeat(5_000_000), 'not-a-postcode'],
  ])('%.20s is refused as %s', (typed, refusal) => {
    expect(normalisePostcode(typed)).toMatchObject({ ok: false, refusal });
  });

  test('a refusal says what to enter', () => {
    const result = normalisePostcode('RM17');
    expect(result).toMatchObject({ message: 'Enter the whole postcode, like RM17 5AA' });
  });

  test('reading it twice changes nothing, however it was spaced', () => {
    const postcode = fc.stringMatching(/^(RM|IG|SS|E|SW)[1-9] [0-9][ABD-HJLNP-UW-Z]{2}$/);
    fc.assert(
      fc.property(postcode, fc.constantFrom('', ' ', '  ', '-', '.'), (written, gap) => {
        expect(normalisePostcode(written.toLowerCase().replace(' ', gap))).toEqual({ ok: true, postcode: written });
      }),
    );
  });

  test('whatever is typed gets an answer', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (typed) => typeof normalisePostcode(typed).ok === 'boolean'));
  });
});
