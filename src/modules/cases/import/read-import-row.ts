import type { Ending } from '#modules/councils';
import type { ClockSpec } from '#modules/promises';
import type { LocalTimeReader } from './local-time.ts';
import { type ImportMapping, targetClock } from './mapping-schema.ts';

/** One request of another system, in this house's words. */
export interface ImportedRequest {
  sourceId: string;
  service: string;
  channel: string;
  openedAt: Date;
  updatedAt: Date;
  /** Null while it is open. */
  ended: { at: Date; ending: Ending } | null;
  /** Its own system's promise; null where it made none. */
  dueAt: Date | null;
  clock: ClockSpec;
  place: string | null;
  postcode: string | null;
  lat: number | null;
  lon: number | null;
  description: string;
}

export type ReadRow = { ok: true; request: ImportedRequest } | { ok: false; reason: string };

interface RowReading {
  mapping: ImportMapping;
  readTime: LocalTimeReader;
  now: Date;
}

/** Thrown inside this file alone: the first thing that keeps a row from being taken. */
class NotTaken extends Error {}

/** Read one row by the mapping, or say in one sentence why it cannot be taken. Nothing is guessed. */
export function readImportRow(cells: ReadonlyMap<string, string>, reading: RowReading): ReadRow {
  try {
    return { ok: true, request: requestOf(cells, reading) };
  } catch (error) {
    if (error instanceof NotTaken) return { ok: false, reason: error.message };
    throw error;
  }
}

function requestOf(cells: ReadonlyMap<string, string>, reading: RowReading): ImportedRequest {
  const { mapping, now } = reading;
  const { columns } = mapping;
  const cell = (column: string | undefined) => (column === undefined ? '' : clean(cells.get(column) ?? ''));
  const time = (column: string | undefined) => timeOf(cell(column), column ?? '', reading);
  const openedAt = time(columns.opened);
  if (!openedAt) throw new NotTaken('It does not say when it was opened');
  if (openedAt > now) throw new NotTaken('It was opened in the future');
  const type = cell(columns.type);
  const status = mapping.statuses[cell(columns.status)];
  if (!status) throw new NotTaken(`The mapping does not know the status "${cell(columns.status)}"`);
  const closedAt = time(columns.closed);
  const ended = status === 'open' ? null : endedOf(status, { openedAt, closedAt, now });
  const updatedAt = time(columns.updated) ?? ended?.at ?? openedAt;
  return {
    sourceId: named(cell(columns.id)),
    service: mapping.services[type] ?? mapping.serviceOtherwise,
    channel: channelOf(mapping, cell(columns.channel)),
    openedAt,
    updatedAt: latest(openedAt, updatedAt),
    ended,
    dueAt: targetOf(time(columns.target), openedAt),
    clock: targetClock(mapping, type),
    place: cell(columns.place) || null,
    postcode: postcodeOf(cell(columns.postcode), mapping.postcodeDigits),
    lat: degrees(cell(columns.latitude), 90),
    lon: degrees(cell(columns.longitude), 180),
    description: [...new Set([type, ...columns.description.map(cell)])].filter(Boolean).join('. '),
  };
}

// PostgreSQL takes no NUL in text; other control characters come from broken exports.
const clean = (text: string) => text.replace(/[^\P{Cc}\n\t]/gu, '').trim();

const latest = (one: Date, other: Date) => new Date(Math.max(one.getTime(), other.getTime()));

function named(id: string): string {
  if (id === '') throw new NotTaken('It has no id');
  return id;
}

function timeOf(text: string, column: string, { mapping, readTime }: RowReading): Date | undefined {
  if (text === '') return undefined;
  const at = readTime(text, mapping.zone);
  if (!at) throw new NotTaken(`${column} is "${text}", which is not a time like ${mapping.dates}`);
  return at;
}

function endedOf(
  ending: Ending,
  { openedAt, closedAt, now }: { openedAt: Date; closedAt: Date | undefined; now: Date },
): { at: Date; ending: Ending } {
  if (!closedAt) throw new NotTaken('It has ended, and it does not say when');
  if (closedAt < openedAt) throw new NotTaken('It was closed before it was opened');
  if (closedAt > now) throw new NotTaken('It was closed in the future');
  return { at: closedAt, ending };
}

function targetOf(target: Date | undefined, openedAt: Date): Date | null {
  if (target && target < openedAt) throw new NotTaken('Its target is before it was opened');
  return target ?? null;
}

function channelOf({ channels }: ImportMapping, given: string): string {
  const channel = channels[given];
  if (!channel) throw new NotTaken(`The mapping does not know the channel "${given}"`);
  return channel;
}

function postcodeOf(text: string, digits: number | undefined): string | null {
  if (text === '') return null;
  return digits === undefined ? text : text.replace(/\.0$/, '').padStart(digits, '0');
}

function degrees(text: string, most: number): number | null {
  if (text === '') return null;
  const value = Number(text);
  if (!Number.isFinite(value) || Math.abs(value) > most) throw new NotTaken(`"${text}" is not a place on Earth`);
  return value;
}
