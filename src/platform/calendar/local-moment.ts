/** What the clock on the council's wall and its calendar say at an instant. */
export interface LocalMoment {
  /** `YYYY-MM-DD` */
  readonly date: string;
  /** 0 to 23 */
  readonly hour: number;
  readonly minute: number;
}

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const MOST_DAYS_KEPT = 4_000;

/**
 * The local date and time of an instant. A list says it hundreds of times, so how far a zone is from UTC is asked of the
 * platform twice a day of that zone's life and kept; only on a day on which the clocks change is each instant asked for
 * itself. Temporal, which the clocks of promises count by, takes a hundred times as long for the same answer.
 *
 * @param zone IANA name
 */
export function localMoment(zone: string, at: Date): LocalMoment {
  const instant = at.getTime();
  const wall = new Date(instant + offsetAt(zone, instant)).toISOString();
  return {
    date: wall.slice(0, wall.indexOf('T')),
    hour: Number(wall.slice(-13, -11)),
    minute: Number(wall.slice(-10, -8)),
  };
}

/** Milliseconds that the wall is ahead of UTC. */
function offsetAt(zone: string, instant: number): number {
  const { days, clock } = zoneOf(zone);
  const day = Math.floor(instant / DAY_MS);
  let steady = days.get(day);
  if (steady === undefined) {
    const atStart = askOffset(clock, day * DAY_MS);
    steady = atStart === askOffset(clock, (day + 1) * DAY_MS) ? atStart : CHANGES;
    if (days.size >= MOST_DAYS_KEPT) days.clear();
    days.set(day, steady);
  }
  return steady === CHANGES ? askOffset(clock, instant) : steady;
}

const CHANGES = 'changes';

interface Zone {
  readonly clock: Intl.DateTimeFormat;
  /** By number of the UTC day: the offset that holds all day, or that it changes. */
  readonly days: Map<number, number | typeof CHANGES>;
}

const zones = new Map<string, Zone>();

function zoneOf(timeZone: string): Zone {
  const known = zones.get(timeZone);
  if (known) return known;
  const made = { clock: new Intl.DateTimeFormat('en-GB', { ...NUMERIC, hourCycle: 'h23', timeZone }), days: new Map() };
  zones.set(timeZone, made);
  return made;
}

const NUMERIC = {
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
} as const;

function askOffset(clock: Intl.DateTimeFormat, instant: number): number {
  const said: Record<string, number> = {};
  for (const { type, value } of clock.formatToParts(instant)) said[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = said;
  const wall = new Date(0);
  // By its own setter: Date.UTC takes the years 0 to 99 for those of the last century.
  wall.setUTCFullYear(year, month - 1, day);
  wall.setUTCHours(hour, minute, second);
  return wall.getTime() - Math.floor(instant / 1_000) * 1_000;
}
