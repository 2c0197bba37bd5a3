import { localMoment, plusDays } from '#platform/calendar';

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
/** From this hour on a time today is the end of the day to a resident. */
const END_OF_DAY_HOUR = 17;

/**
 * A due instant in words for residents, to follow "We will do it": "by 5pm on Thursday 26 November", "by the end of
 * today (5pm)", "by 11:30am tomorrow". A due instant at midnight is the end of the day before it. The year is said
 * when it is not this year.
 *
 * @param zone IANA name of the council's time zone
 */
export function describeDue(dueAt: Date, zone: string, now: Date): string {
  const due = localMoment(zone, dueAt);
  const today = localMoment(zone, now).date;
  const endsDay = due.hour === 0 && due.minute === 0 && dueAt.getTime() % 60_000 === 0;
  const date = endsDay ? plusDays(due.date, -1) : due.date;
  const time = clockWords(due.hour, due.minute);

  if (date === today) return `by ${todayWords(endsDay, due.hour, time)}`;
  if (date === plusDays(today, 1)) return endsDay ? 'by the end of tomorrow' : `by ${time} tomorrow`;
  return endsDay ? `by the end of ${dateWords(date, today)}` : `by ${time} on ${dateWords(date, today)}`;
}

function todayWords(endsDay: boolean, hour: number, time: string): string {
  if (endsDay) return 'the end of today';
  return hour >= END_OF_DAY_HOUR ? `the end of today (${time})` : `${time} today`;
}

/** As GOV.UK writes times: 5pm, 5:30pm, midday. */
function clockWords(hour: number, minute: number): string {
  if (hour === 12 && minute === 0) return 'midday';
  const minutes = minute === 0 ? '' : `:${String(minute).padStart(2, '0')}`;
  return `${hour % 12 === 0 ? 12 : hour % 12}${minutes}${hour < 12 ? 'am' : 'pm'}`;
}

function dateWords(date: string, today: string): string {
  const day = new Date(`${date}T00:00:00Z`);
  const words = `${WEEKDAYS[day.getUTCDay()] ?? ''} ${day.getUTCDate()} ${MONTHS[day.getUTCMonth()] ?? ''}`;
  return date.slice(0, 4) === today.slice(0, 4) ? words : `${words} ${day.getUTCFullYear()}`;
}
