import { expect, test } from 'vitest';
import { distanceMetres } from './geometry.ts';
import { fromNationalGrid } from './national-grid.ts';

// Eastings, northings and degrees as the national postcode file gives them, side by side.
test.each([
  ['IG11 0AD', { easting: 544385, northing: 182797 }, { lat: 51.525635, lon: 0.07991 }],
  ['RM10 9QA', { easting: 549605, northing: 183804 }, { lat: 51.533325, lon: 0.155527 }],
  ['RM17 5HU', { easting: 561432, northing: 178547 }, { lat: 51.482841, lon: 0.323492 }],
  ['RM3 8LT', { easting: 554038, northing: 191653 }, { lat: 51.602654, lon: 0.222826 }],
])('the grid reference of %s lies within 5 metres of its degrees', (_, grid, point) => {
  expect(distanceMetres(fromNationalGrid(grid), point)).toBeLessThan(5);
});

test('the worked example of the Ordnance Survey guide comes out, far from our part of the country', () => {
  const caister = fromNationalGrid({ easting: 651_409.903, northing: 313_177.27 });
  expect(distanceMetres(caister, { lat: 52.657_976, lon: 1.716_038 })).toBeLessThan(5);
});
