import { mkdir, open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { Destination } from '#modules/councils';
import { csvOf } from '#platform/csv';
import type { HandOverPayload } from '../payload.ts';
import type { Carried } from './carried.ts';

interface Drop {
  /** The folder of all hand-overs; each council has its own below it. */
  folder: string;
  council: string;
}

/**
 * Drop a file of one row. Its name is the hand-over's, so a second try writes the same file again; it appears whole or
 * not at all, and is on the disk before the row counts as delivered.
 */
export async function byFile(
  { folder, council }: Drop,
  destination: Extract<Destination, { kind: 'csv' }>,
  payload: HandOverPayload,
): Promise<Carried> {
  const place = join(folder, council, destination.folder);
  const path = join(place, `${payload.data.reference}-${payload.data.id}.csv`);
  try {
    await mkdir(place, { recursive: true, mode: 0o750 });
    const file = await open(`${path}.part`, 'w', 0o640);
    try {
      await file.writeFile(csvOf(rowsOf(payload)));
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(`${path}.part`, path);
    return { ok: true };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    return { ok: false, again: true, isAway: true, reason: `The file could not be written (${code})` };
  }
}

function rowsOf({ timestamp, data }: HandOverPayload): string[][] {
  const [requester] = data.people;
  const columns: [string, string | number | null | undefined][] = [
    ['id', data.id],
    ['reference', data.reference],
    ['service', data.service.slug],
    ['service_version', data.service.version],
    ['accepted_at', timestamp],
    ['channel', data.channel],
    ['name', requester?.name],
    ['email', requester?.email],
    ['phone', requester?.phone],
    ['place', data.place.words],
    ['uprn', data.place.uprn],
    ['postcode', data.place.postcode],
    ['lat', data.place.lat],
    ['lon', data.place.lon],
    ['description', data.description],
    ...data.inWords.map(({ id, answer }): [string, string] => [`answer_${id}`, answer]),
  ];
  return [columns.map(([name]) => name), columns.map(([, value]) => String(value ?? ''))];
}
