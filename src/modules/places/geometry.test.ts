import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { distanceMetres, inOutline, type Outline } from './geometry.ts';

const square = (from: number, to: number) => [
  [from, from],
  [to, from],
  [to, to],
  [from, to],
  [from, from],
];
const withHole: Outline = { type: 'MultiPolygon', coordinates: [[square(0, 10), square(4, 6)], [square(20, 21)]] };
const place = fc.record({
  lat: fc.double({ min: 49, max: 61, noNaN: true }),
  lon: fc.double({ min: -8, max: 2, noNaN: true }),
});

describe('distance', () => {
  test('a thousandth of a degree of latitude is 111 metres', () => {
    expect(distanceMetres({ lat: 51.5, lon: 0.3 }, { lat: 51.501, lon: 0.3 })).toBeCloseTo(111.2, 1);
  });

  test('is the same there and back, and nothing from a place to itself', () => {
    fc.assert(
      fc.property(place, place, (a, b) => {
        expect(distanceMetres(a, b)).toBeCloseTo(distanceMetres(b, a), 6);
        expect(distanceMetres(a, a)).toBe(0);
      }),
    );
  });
});

describe('an outline', () => {
  test.each([
    ['inside', 2, 2, true],
    ['in its hole', 5, 5, false],
    ['in its second part', 20.5, 20.5, true],
    ['between its parts', 15, 15, false],
    ['outside', -1, 5, false],
  ])('says of a point %s', (_, lat, lon, inside) => {
    expect(inOutline(withHole, { lat, lon })).toBe(inside);
  });

  test('a point of a square is inside exactly when both its sides say so', () => {
    const degrees = fc.double({ min: -2, max: 12, noNaN: true });
    const box: Outline = { type: 'MultiPolygon', coordinates: [[square(0, 10)]] };
    fc.assert(
      fc.property(degrees, degrees, (lat, lon) => {
        const onTheEdge = [lat, lon].some((side) => side === 0 || side === 10);
        const inside = lat > 0 && lat < 10 && lon > 0 && lon < 10;
        expect(onTheEdge || inOutline(box, { lat, lon }) === inside).toBe(true);
      }),
    );
  });
});
