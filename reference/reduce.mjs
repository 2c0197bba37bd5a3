/**
 * Makes the small files of this folder from the public originals: node reference/reduce.mjs <folder of originals>
 * The originals and their licences are named in docs/data-sources.md. Frontdoor itself never needs them.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';

const [originals] = process.argv.slice(2);
if (!originals) {
  console.error('Say where the originals are: node reference/reduce.mjs <folder>');
  process.exit(1);
}

const OWN_DISTRICTS = ['E06000034', 'E09000002', 'E09000016'];
// The postcode file has no name for these two, because they lie outside the area it was cut for.
const UNNAMED_DISTRICTS = { E07000072: 'Epping Forest', E09000025: 'Newham' };
// A degree of latitude is 111 km: 5 decimals are 1 m, which is what a ward needs; 4 are 11 m, enough for a neighbour.
const WARD_DECIMALS = 5;
const NEIGHBOUR_DECIMALS = 4;

const rows = (file) => parse(readFileSync(join(originals, file)), { columns: true, bom: true });
const features = (file) => JSON.parse(readFileSync(join(originals, file), 'utf8')).features;
const here = (file) => join(new URL('.', import.meta.url).pathname, file);
const byCode = ([a], [b]) => (a < b ? -1 : 1);

const postcodes = rows('uk-postcodes/postcodes_rm_ig11_ss17.csv');
writePostcodes();
writeWards();
writeDistricts();
writeCategoryCounts();

function writePostcodes() {
  const line = (row) => [row.postcode, Number(row.lat), Number(row.lon), row.lad_code, row.ward_code].join(',');
  const text = ['postcode,lat,lon,district_code,ward_code', ...postcodes.map(line)].join('\n');
  writeFileSync(here('postcodes.csv.gz'), gzipSync(`${text}\n`, { level: 9 }));
}

function writeWards() {
  const outlines = OWN_DISTRICTS.flatMap((district) => features(`uk-boundaries/wards_${district}.geojson`));
  const wards = new Map(
    postcodes.map((row) => [row.ward_code, { name: row.ward_name || null, district: row.lad_code, geometry: null }]),
  );
  for (const { properties, geometry } of outlines) {
    wards.get(properties.WD13CD).geometry = rounded(geometry, WARD_DECIMALS);
  }
  writeCollection('wards.geojson', wards);
}

function writeDistricts() {
  const outlines = features('uk-boundaries/lad_outlines_6.geojson');
  const districts = new Map(
    postcodes.map((row) => [
      row.lad_code,
      { name: row.lad_name || UNNAMED_DISTRICTS[row.lad_code], geometry: outlineOf(row.lad_code, outlines) },
    ]),
  );
  writeCollection('districts.geojson', districts);
}

/** Districts whose wards we hold need no outline of their own: it would disagree with the wards at the edges. */
function outlineOf(code, outlines) {
  const found = OWN_DISTRICTS.includes(code) ? undefined : outlines.find((one) => one.properties.LAD13CD === code);
  return found ? rounded(found.geometry, NEIGHBOUR_DECIMALS) : null;
}

function writeCategoryCounts() {
  const names = new Map(rows('fms-uk-counts/codes_shef_a.csv').map(({ code, name }) => [code, name]));
  const reports = new Map();
  for (const row of rows('fms-uk-counts/monthly_by_category_8_councils.csv')) {
    if (row.interface !== 'all' || !OWN_DISTRICTS.includes(row.lad)) continue;
    reports.set(row.shef_a_code, (reports.get(row.shef_a_code) ?? 0) + Number(row.reports));
  }
  const total = [...reports.values()].reduce((sum, count) => sum + count, 0);
  const lines = [...reports]
    .sort(([a, inA], [b, inB]) => inB - inA || byCode([a], [b]))
    .map(([code, count]) => `${code},"${names.get(code)}",${count},${(count / total).toFixed(5)}`);
  writeFileSync(here('fms-category-counts.csv'), `${['code,category,reports,share', ...lines].join('\n')}\n`);
}

function rounded({ type, coordinates }, decimals) {
  const point = ([lon, lat]) => [Number(lon.toFixed(decimals)), Number(lat.toFixed(decimals))];
  const ring = (points) =>
    points.map(point).filter(([lon, lat], i, all) => i === 0 || lon !== all[i - 1][0] || lat !== all[i - 1][1]);
  const polygons = type === 'Polygon' ? [coordinates] : coordinates;
  return { type: 'MultiPolygon', coordinates: polygons.map((rings) => rings.map(ring)) };
}

function writeCollection(file, byKey) {
  const lines = [...byKey]
    .sort(byCode)
    .map(([code, { geometry, ...properties }]) =>
      JSON.stringify({ type: 'Feature', properties: { code, ...properties }, geometry }),
    );
  writeFileSync(here(file), `{"type":"FeatureCollection","features":[\n${lines.join(',\n')}\n]}\n`);
}
