import { expect, test } from 'vitest';
import { type GazetteerRow, readGazetteerRow } from './gazetteer-row.ts';

const addressBase: GazetteerRow = {
  UPRN: '999000000014',
  ORGANISATION_NAME: '',
  SUB_BUILDING_NAME: 'FLAT 2',
  BUILDING_NAME: '',
  BUILDING_NUMBER: '14',
  THOROUGHFARE: 'LARKMERE WAY',
  POST_TOWN: 'DAGENHAM',
  POSTCODE: 'RM9 5AA',
  LATITUDE: '51.5413',
  LONGITUDE: '0.1357',
  CLASS: 'RD06',
};

test('a row in the words of AddressBase is read', () => {
  expect(readGazetteerRow(addressBase)).toEqual({
    ok: true,
    address: {
      uprn: 999_000_000_014,
      line: 'Flat 2, 14, Larkmere Way, Dagenham',
      house: 'Flat 2, 14',
      houseKey: 'FLAT 2 14|RM9 5AA',
      street: 'Larkmere Way',
      streetKey: 'LARKMERE WAY',
      locality: null,
      town: 'Dagenham',
      postcode: 'RM9 5AA',
      lat: 51.5413,
      lon: 0.1357,
      class: 'RD06',
      isHistorical: false,
    },
  });
});

test('a row in the words of an LLPG, with a range of numbers and grid coordinates, is read', () => {
  const row = {
    UPRN: '999000000015',
    PAO_START_NUMBER: '7',
    PAO_START_SUFFIX: 'A',
    PAO_END_NUMBER: '9',
    STREET_DESCRIPTION: 'LARKMERE WAY',
    TOWN_NAME: 'GRAYS',
    POSTCODE_LOCATOR: 'RM17 5HU',
    X_COORDINATE: '561432',
    Y_COORDINATE: '178547',
    LOGICAL_STATUS: '8',
  };
  expect(readGazetteerRow(row)).toMatchObject({
    ok: true,
    address: { line: '7A-9 Larkmere Way, Grays', house: '7A-9', isHistorical: true },
  });
});

test('a shop without number or name is found by its organisation', () => {
  const row = { ...addressBase, SUB_BUILDING_NAME: '', BUILDING_NUMBER: '', ORGANISATION_NAME: "JO'S CAFE" };
  expect(readGazetteerRow(row)).toMatchObject({
    ok: true,
    address: { house: "Jo's Cafe", line: "Jo's Cafe, Larkmere Way, Dagenham" },
  });
});

test.each([
  ['UPRN', { UPRN: 'ABC' }],
  ['POSTCODE', { POSTCODE: 'RM99' }],
  ['LATITUDE', { LATITUDE: '' }],
  ['LATITUDE', { LATITUDE: '0', LONGITUDE: '0' }],
  ['LATITUDE', { LATITUDE: '', X_COORDINATE: '1e99', Y_COORDINATE: '5' }],
  ['building', { SUB_BUILDING_NAME: '', BUILDING_NUMBER: '' }],
  ['POST_TOWN', { POST_TOWN: ' ' }],
])('a row without a usable %s is refused with its reason', (said, missing) => {
  const read = readGazetteerRow({ ...addressBase, ...missing });
  expect(read).toMatchObject({ ok: false, reason: expect.stringContaining(said) as string });
});
