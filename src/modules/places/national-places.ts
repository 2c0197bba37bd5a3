import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { referenceFile } from '#platform/reference-file';
import { inOutline, type Outline, type Point } from './geometry.ts';

const position = z.array(z.number()).min(2);
const outline = z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(z.array(position))) });
const collection = <Properties extends z.ZodType>(properties: Properties) =>
  z.object({ features: z.array(z.object({ properties, geometry: outline.nullable() })) });
const wardsFile = collection(z.object({ code: z.string(), name: z.string().nullable(), district: z.string() }));
const districtsFile = collection(z.object({ code: z.string(), name: z.string() }));

export interface Ward {
  code: string;
  /** Null where the public file has only the code: wards of neighbours that we do not serve. */
  name: string | null;
  district: string;
  outline: Outline | null;
}

export interface District {
  code: string;
  name: string;
  /** Only neighbours have one; a district that we hold wards of is where its wards are. */
  outline: Outline | null;
}

let wards: readonly Ward[] | undefined;
let districts: readonly District[] | undefined;

/** Every ward of the reference data, read once a process: the files never change while it runs. */
export function allWards(): readonly Ward[] {
  wards ??= read('wards.geojson', wardsFile).features.map(({ properties, geometry }) => ({
    ...properties,
    outline: geometry,
  }));
  return wards;
}

export function allDistricts(): readonly District[] {
  districts ??= read('districts.geojson', districtsFile).features.map(({ properties, geometry }) => ({
    ...properties,
    outline: geometry,
  }));
  return districts;
}

/** The postcodes as lines of CSV, the header first, and the bytes they came from. */
export function postcodeLines(): { lines: string[]; bytes: Buffer } {
  const bytes = readFileSync(referenceFile('postcodes.csv.gz'));
  return { bytes, lines: gunzipSync(bytes).toString('utf8').trimEnd().split('\n') };
}

/** The ward around a point, or nothing outside the wards whose outlines we hold. Microseconds; no database. */
export function wardAt(point: Point): Ward | undefined {
  return allWards().find(({ outline }) => outline !== null && inOutline(outline, point));
}

/** The district around a point: by its wards, else by its own outline. Epping Forest and Newham have neither. */
export function districtAt(point: Point): District | undefined {
  const ward = wardAt(point);
  if (ward) return allDistricts().find(({ code }) => code === ward.district);
  return allDistricts().find(({ outline }) => outline !== null && inOutline(outline, point));
}

function read<File extends z.ZodType>(name: string, schema: File): z.output<File> {
  return schema.parse(JSON.parse(readFileSync(referenceFile(name), 'utf8')));
}
