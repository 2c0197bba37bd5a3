/** What the clock on the council's wall and its calendar say at an instant. */
export interface LocalMoment {
  /** `YYYY-MM-DD` */
  readonly date: string;
  /** 0 to 23 */
  readonly hour: number;
  readonly minute: number;
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/**
 * The local date and time of an instant. Pages say dozens of them, so this is the platform's own clock, kept once a
 * zone: Temporal, which the clocks of promises count by, takes twenty times as long for the same answer.
 *
 * @param zone IANA name
 */
export function localMoment(zone: string, at: Date): LocalMoment {
  const parts: Record<string, string> = {};
  for (const { type, value } of clockOf(zone).formatToParts(at)) parts[type] = value;
  const { year = '', month = '', day = '', hour, minute } = parts;
  return { date: `${year}-${month}-${day}`, hour: Number(hour), minute: Number(minute) };
}

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone);
  if (known) return known;
  const numeric = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' } as const;
  const made = new Intl.DateTimeFormat('en-GB', { ...numeric, hourCycle: 'h23', timeZone });
  clocks.set(timeZone, made);
  return made;
}
