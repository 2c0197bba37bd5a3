const formats = new Map<string, Intl.DateTimeFormat>();

/** "11:02" for today, "Sat 21 Nov, 11:02" for another day, with the year when it is not this one. */
export function shortWhen(at: Date, zone: string, now: Date): string {
  const time = format(zone, { hour: '2-digit', minute: '2-digit', hour12: false }).format(at);
  return dayOf(at, zone) === dayOf(now, zone) ? time : `${shortDay(at, zone, now)}, ${time}`;
}

/** "Sat 21 Nov", or "today". */
export function shortDay(at: Date, zone: string, now: Date): string {
  if (dayOf(at, zone) === dayOf(now, zone)) return 'today';
  const thisYear = dayOf(at, zone).slice(0, 4) === dayOf(now, zone).slice(0, 4);
  const parts = { weekday: 'short', day: 'numeric', month: 'short' } as const;
  const day = format(zone, thisYear ? parts : { ...parts, year: 'numeric' }).format(at);
  return day.replace(',', '');
}

/** How long something has gone on: "2:41", or "1:02:41" from an hour. */
export function lasting(from: Date, to: Date): string {
  const seconds = Math.max(0, Math.floor((to.getTime() - from.getTime()) / 1_000));
  const two = (part: number) => String(part).padStart(2, '0');
  const [hours, minutes, rest] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60, seconds % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}

/** The council's calendar date, `YYYY-MM-DD`. */
function dayOf(at: Date, zone: string): string {
  return format(zone, { year: 'numeric', month: '2-digit', day: '2-digit' }, 'en-CA').format(at);
}

function format(timeZone: string, options: Intl.DateTimeFormatOptions, language = 'en-GB'): Intl.DateTimeFormat {
  const key = JSON.stringify([timeZone, options, language]);
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(language, { ...options, timeZone });
  formats.set(key, made);
  return made;
}
