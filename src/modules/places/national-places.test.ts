import { expect, test } from 'vitest';
import { allDistricts, allWards, districtAt, postcodeLines, wardAt } from './national-places.ts';

const rows = postcodeLines()
  .lines.slice(1)
  .map((line) => {
    const [postcode = '', lat, lon, district = '', ward = ''] = line.split(',');
    return { postcode, point: { lat: Number(lat), lon: Number(lon) }, district, ward };
  });

test('the reference holds every postcode of RM, IG11 and SS17, each in a district that it names', () => {
  const names = new Map(allDistricts().map(({ code, name }) => [code, name]));
  expect(rows).toHaveLength(11_375);
  expect(rows.filter(({ district }) => !names.has(district))).toEqual([]);
  expect(names.get('E07000072')).toBe('Epping Forest');
});

test('the outlines put nearly every postcode of the three districts in the ward that the postcode file says', () => {
  const known = new Set(allWards().flatMap(({ code, outline }) => (outline ? [code] : [])));
  const inside = rows.filter(({ ward }) => known.has(ward));
  const agreed = inside.filter(({ point, ward }) => wardAt(point)?.code === ward);
  expect(known.size).toBe(55);
  // The outlines are generalised, so a centroid at the very edge may fall to the neighbour.
  expect(agreed.length / inside.length).toBeGreaterThan(0.97);
});

test('a point is known by its ward or by the outline of the neighbouring district, and the sea by neither', () => {
  expect(districtAt({ lat: 51.4828, lon: 0.3235 })?.name).toBe('Thurrock');
  expect(districtAt({ lat: 51.62, lon: 0.305 })?.name).toBe('Brentwood');
  expect(wardAt({ lat: 51.62, lon: 0.305 })).toBeUndefined();
  expect(districtAt({ lat: 51.3, lon: 2.1 })).toBeUndefined();
});
