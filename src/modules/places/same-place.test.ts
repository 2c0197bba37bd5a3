import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normaliseAddressLine } from './address-line.ts';
import { houseKey, SAME_PLACE_METRES, samePlace } from './same-place.ts';

const home = { uprn: 999_000_000_014, house: '14', postcode: 'RM9 5AA', point: { lat: 51.54, lon: 0.13 } };

const anything = fc.string({ unit: 'binary', maxLength: 80 });
const words = fc.constantFrom('no', 'No.', 'Flat', 'apt', 'St', 'St.', 'Rd', '5', '12a', 'Elm', '’', ',');
const lines = fc.array(words, { maxLength: 8 }).map((some) => some.join(' '));

describe('an address line', () => {
  test.each([
    ['Flat 2, 14 Elm Rd.', 'FLAT 2 14 ELM ROAD'],
    ['apt 2  14 ELM ROAD', 'FLAT 2 14 ELM ROAD'],
    ['No. 7, St. Mary’s Ln', '7 ST MARYS LANE'],
    ['12a Château Close', '12A CHATEAU CLOSE'],
    ['', ''],
  ])('%s is compared as %s', (written, compared) => {
    expect(normaliseAddressLine(written)).toBe(compared);
  });

  test('comparing form of a comparing form is itself', () => {
    fc.assert(
      fc.property(fc.oneof(anything, lines), (line) => {
        const once = normaliseAddressLine(line);
        expect(normaliseAddressLine(once)).toBe(once);
      }),
    );
  });
});

describe('the key of a house', () => {
  test('is one key for two ways of writing one house', () => {
    expect(houseKey('flat 2 / 14', 'rm95aa')).toBe(houseKey('Flat 2, 14', 'RM9 5AA'));
  });

  test.each([
    ['', 'RM9 5AA'],
    ['14', 'RM9'],
  ])('there is none for house "%s" and postcode "%s"', (house, postcode) => {
    expect(houseKey(house, postcode)).toBeUndefined();
  });
});

describe('the same place', () => {
  test('is the same UPRN, whatever else was written', () => {
    expect(samePlace(home, { uprn: home.uprn, house: 'Fourteen' }, 'household')).toBe(true);
  });

  test('is not another UPRN at the same door number', () => {
    expect(samePlace(home, { ...home, uprn: 999_000_000_015, point: null }, 'household')).toBe(false);
  });

  test('is the same house and postcode where one has no UPRN', () => {
    expect(samePlace(home, { house: 'no. 14', postcode: 'rm95aa' }, 'household')).toBe(true);
  });

  test('is within 30 metres for a street service, and never for a household', () => {
    const near = { point: { lat: home.point.lat + SAME_PLACE_METRES / 111_400, lon: home.point.lon } };
    const far = { point: { lat: home.point.lat + SAME_PLACE_METRES / 110_000, lon: home.point.lon } };
    expect(samePlace(home, near, 'street')).toBe(true);
    expect(samePlace(home, near, 'household')).toBe(false);
    expect(samePlace(home, far, 'street')).toBe(false);
  });

  test('nothing known on either side is not a match', () => {
    expect(samePlace({}, {}, 'street')).toBe(false);
  });
});
