import { Temporal } from 'temporal-polyfill';

const TOKENS: Readonly<Record<string, { part: string; digits: string }>> = {
  yyyy: { part: 'year', digits: '\\d{4}' },
  yy: { part: 'year', digits: '\\d{2}' },
  MM: { part: 'month', digits: '\\d{2}' },
  M: { part: 'month', digits: '\\d{1,2}' },
  dd: { part: 'day', digits: '\\d{2}' },
  d: { part: 'day', digits: '\\d{1,2}' },
  HH: { part: 'hour', digits: '\\d{2}' },
  H: { part: 'hour', digits: '\\d{1,2}' },
  hh: { part: 'hour', digits: '\\d{2}' },
  h: { part: 'hour', digits: '\\d{1,2}' },
  mm: { part: 'minute', digits: '\\d{2}' },
  ss: { part: 'second', digits: '\\d{2}' },
  a: { part: 'half', digits: '[AaPp][Mm]' },
};
const TOKEN = /yyyy|yy|MM|M|dd|d|HH|H|hh|h|mm|ss|a/g;
const NEEDED = ['year', 'month', 'day'];

export type LocalTimeReader = (text: string, zone: string) => Date | undefined;

/**
 * A reader of local times as a pattern writes them: `yyyy-MM-ddTHH:mm:ss`, `MM/dd/yyyy hh:mm:ss a`, `M/d/yy H:mm`
 * (two digits are a year from 2000). Null for a pattern without year, month and day.
 *
 * The reader answers undefined for what is not such a time, 31 February among it. A time that the clocks jump over is
 * the moment after the jump; one that they pass twice is the first.
 */
export function localTimeReader(pattern: string): LocalTimeReader | null {
  const parts: string[] = [];
  const source = pattern.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(TOKEN, (token) => {
    const { part = '', digits = '' } = TOKENS[token] ?? {};
    parts.push(part);
    return `(${digits})`;
  });
  if (NEEDED.some((part) => !parts.includes(part))) return null;
  const shape = new RegExp(`^${source}$`);
  return (text, zone) => {
    const found = shape.exec(text.trim());
    return found
      ? instantOf(Object.fromEntries(parts.map((part, index) => [part, found[index + 1] ?? ''])), zone)
      : undefined;
  };
}

type Parts = Readonly<Record<string, string>>;

function instantOf(parts: Parts, zone: string): Date | undefined {
  const year = Number(parts['year']);
  const fields = {
    year: parts['year']?.length === 2 ? 2000 + year : year,
    month: Number(parts['month']),
    day: Number(parts['day']),
    hour: hourOf(parts),
    minute: Number(parts['minute'] ?? 0),
    second: Number(parts['second'] ?? 0),
  };
  try {
    const local = Temporal.PlainDateTime.from(fields, { overflow: 'reject' });
    return new Date(local.toZonedDateTime(zone).epochMilliseconds);
  } catch {
    return undefined; // 31 February, 25:00
  }
}

function hourOf({ hour = '0', half }: Parts): number {
  if (half === undefined) return Number(hour);
  const twelve = Number(hour);
  if (twelve < 1 || twelve > 12) return Number.NaN;
  return (twelve % 12) + (half.toLowerCase() === 'pm' ? 12 : 0);
}
