import type { Readable, Writable } from 'node:stream';
import type { Actor } from '#modules/staff';
import type { Clock } from '#platform/clock';
import { type Db, inCouncil } from '#platform/db';
import { csvRecords } from './csv-records.ts';
import { type GazetteerAddress, readGazetteerRow } from './gazetteer-row.ts';
import { mayKeepPlaces } from './policy.ts';
import { putAddresses } from './put-addresses.ts';
import { recountStreets } from './recount-streets.ts';
import { refuseRow } from './side-file.ts';

interface GazetteerImport {
  /** CSV in UTF-8 with a header: column names of AddressBase or of an LLPG extract. */
  file: Readable;
  /** CSV of the rows that were not taken: line, reason, UPRN. */
  sideFile: Writable;
  onProgress?: (so: ImportCounts) => void;
}

export interface ImportCounts {
  read: number;
  /** New or changed. */
  taken: number;
  /** In already, exactly so. */
  known: number;
  refused: number;
}

type Imported = ({ ok: true } & ImportCounts) | { ok: false; refusal: 'not-allowed' };

const BATCH = 2_000;

/**
 * Take a gazetteer from a file of any length. Each batch is a transaction of its own: broken off and started again, it
 * passes over what is in and goes on. Addresses are known by their UPRN, so a newer file updates and nothing doubles;
 * one with a historical status is ended, never deleted.
 */
export async function importGazetteer(
  db: Db,
  clock: Clock,
  actor: Actor,
  { file, sideFile, onProgress }: GazetteerImport,
): Promise<Imported> {
  if (!mayKeepPlaces(actor)) return { ok: false, refusal: 'not-allowed' };
  const { councilId } = actor;
  const counts: ImportCounts = { read: 0, taken: 0, known: 0, refused: 0 };
  const refuse = (line: number, reason: string, what: string) => {
    counts.refused += 1;
    refuseRow(sideFile, { line, reason, what });
  };
  // A file may name one UPRN twice; the last row of a batch stands, as the last of the file does.
  let batch = new Map<number, GazetteerAddress>();
  const flush = async () => {
    const taken = await inCouncil(db, councilId, (tx) =>
      putAddresses(tx, clock, councilId, { addresses: [...batch.values()] }),
    );
    counts.taken += taken;
    counts.known += batch.size - taken;
    batch = new Map();
    onProgress?.({ ...counts });
  };
  for await (const { line, fields } of csvRecords(file, ({ line, reason, raw }) => {
    refuse(line, reason, raw);
  })) {
    counts.read += 1;
    const row = readGazetteerRow(fields);
    if (row.ok) batch.set(row.address.uprn, row.address);
    else refuse(line, row.reason, fields['UPRN'] ?? '');
    if (batch.size >= BATCH) await flush();
  }
  await flush();
  await inCouncil(db, councilId, (tx) => recountStreets(tx, councilId));
  return { ok: true, ...counts };
}
