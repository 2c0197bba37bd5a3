import { localMoment } from '#platform/calendar';

const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** "11:02" for today, "Sat 21 Nov, 11:02" for another day, with the year when it is not this one. */
export function shortWhen(at: Date, zone: string, now: Date): string {
  const { hour, minute } = localMoment(zone, at);
  const day = shortDay(at, zone, now);
  const time = `${two(hour)}:${two(minute)}`;
  return day === 'today' ? time : `${day}, ${time}`;
}

/** "Sat 21 Nov", or "today". */
export function shortDay(at: Date, zone: string, now: Date): string {
  const date = dayOf(at, zone);
  const today = dayOf(now, zone);
  if (date === today) return 'today';
  const day = new Date(`${date}T00:00:00Z`);
  const words = `${WEEKDAYS[day.getUTCDay()] ?? ''} ${day.getUTCDate()} ${MONTHS[day.getUTCMonth()] ?? ''}`;
  return date.slice(0, 4) === today.slice(0, 4) ? words : `${words} ${day.getUTCFullYear()}`;
}

/** How long something has gone on: "2:41", or "1:02:41" from an hour. */
export function lasting(from: Date, to: Date): string {
  const seconds = Math.max(0, Math.floor((to.getTime() - from.getTime()) / 1_000));
  const [hours, minutes, rest] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60, seconds % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}

/** The council's calendar date, `YYYY-MM-DD`. */
function dayOf(at: Date, zone: string): string {
  return localMoment(zone, at).date;
}

const two = (part: number): string => String(part).padStart(2, '0');

/** "24 November 2026", as at the head of a letter. */
export function longDay(at: Date, zone: string): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: zone }).format(at);
}
