import type { CalendarDefinition } from '#modules/councils';

const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

/**
 * The hours of an ordinary week in words: "Monday to Friday, 8am to 6pm; Saturday, 9am to 1pm". The same words stand on
 * every page and are spoken on the phone, because they are made from the one calendar (C-33).
 */
export function sayHours({ week }: CalendarDefinition): string {
  const days = DAYS.map((day) => ({ day, hours: sayDay(week[day] ?? []) }));
  if (days.every(({ hours }) => hours === ALWAYS)) return 'Day and night, every day';
  const runs: { first: string; last: string; hours: string }[] = [];
  for (const { day, hours } of days) {
    const run = runs.at(-1);
    if (run?.hours === hours) run.last = day;
    else runs.push({ first: day, last: day, hours });
  }
  const open = runs
    .filter(({ hours }) => hours !== '')
    .map(({ first, last, hours }) => `${span(first, last)}, ${hours}`);
  return open.length > 0 ? open.join('; ') : 'Closed';
}

const ALWAYS = 'midnight to midnight';

function sayDay(hours: readonly { opens: string; closes: string }[]): string {
  return hours.map(({ opens, closes }) => `${sayClock(opens)} to ${sayClock(closes)}`).join(' and ');
}

/** As GOV.UK writes times: 9am, 5:30pm, midday, midnight. */
function sayClock(time: string): string {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  if (minute === 0 && hour % 24 === 0) return 'midnight';
  if (minute === 0 && hour === 12) return 'midday';
  const minutes = minute === 0 ? '' : `:${String(minute).padStart(2, '0')}`;
  return `${hour % 12 === 0 ? 12 : hour % 12}${minutes}${hour < 12 ? 'am' : 'pm'}`;
}

function span(first: string, last: string): string {
  return first === last ? capital(first) : `${capital(first)} to ${capital(last)}`;
}

function capital(day: string): string {
  return day.charAt(0).toUpperCase() + day.slice(1);
}
