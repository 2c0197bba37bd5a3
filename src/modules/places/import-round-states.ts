import type { Readable, Writable } from 'node:stream';
import type { Actor } from '#modules/staff';
import type { Clock } from '#platform/clock';
import { type Db, inCouncil, type Tx } from '#platform/db';
import { type CsvRecord, csvRecords } from './csv-records.ts';
import type { ImportCounts } from './import-gazetteer.ts';
import { mayRecordRounds } from './policy.ts';
import { ROUND_STATE_MESSAGES, type RoundStateCommand, recordRoundState } from './record-round-state.ts';
import { readRoundState } from './round-state-schema.ts';
import { refuseRow } from './side-file.ts';

interface RoundStateImport {
  /** CSV with a header: SOURCE_ID, STATE, AT, and ROUND, UPRN or STREET; optional ON, CONTAINER, MOVED_TO, NOTE. */
  file: Readable;
  /** CSV of the rows that were not taken: line, reason, source id. */
  sideFile: Writable;
  /** The council's time zone, for times without an offset. */
  zone: string;
}

type Imported = ({ ok: true } & ImportCounts) | { ok: false; refusal: 'not-allowed' };

const BATCH = 200;

/** Take a crew system's file of reports. A report with a source id is taken once, so the same file may come again. */
export async function importRoundStates(
  db: Db,
  clock: Clock,
  actor: Actor,
  { file, sideFile, zone }: RoundStateImport,
): Promise<Imported> {
  if (!mayRecordRounds(actor)) return { ok: false, refusal: 'not-allowed' };
  const counts: ImportCounts = { read: 0, taken: 0, known: 0, refused: 0 };
  const refuse = (line: number, reason: string, what: string) => {
    counts.refused += 1;
    refuseRow(sideFile, { line, reason, what });
  };
  const outcomeOf = async (tx: Tx, command: RoundStateCommand) => {
    const result = await recordRoundState(tx, clock, actor, command);
    if (!result.ok) return ROUND_STATE_MESSAGES[result.refusal];
    return result.isNew ? 'taken' : 'known';
  };
  const take = async (tx: Tx, { line, fields }: CsvRecord) => {
    const report = readRoundState(reportOf(fields), zone);
    const outcome = report.ok ? await outcomeOf(tx, report.command) : report.reason;
    if (outcome === 'taken' || outcome === 'known') counts[outcome] += 1;
    else refuse(line, outcome, fields['SOURCE_ID'] ?? '');
  };
  let batch: CsvRecord[] = [];
  const flush = () =>
    inCouncil(db, actor.councilId, async (tx) => {
      for (const record of batch) await take(tx, record);
      batch = [];
    });
  for await (const record of csvRecords(file, ({ line, reason, raw }) => {
    refuse(line, reason, raw);
  })) {
    counts.read += 1;
    batch.push(record);
    if (batch.length >= BATCH) await flush();
  }
  await flush();
  return { ok: true, ...counts };
}

function reportOf(fields: CsvRecord['fields']) {
  const given = (column: string) => fields[column] || undefined;
  return {
    state: given('STATE')?.toLowerCase().replaceAll(/[ _]/g, '-'),
    at: given('AT'),
    on: given('ON'),
    round: given('ROUND'),
    uprn: given('UPRN'),
    street: given('STREET'),
    container: given('CONTAINER'),
    movedTo: given('MOVED_TO'),
    note: given('NOTE'),
    sourceId: given('SOURCE_ID'),
  };
}
