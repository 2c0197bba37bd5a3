import { Temporal } from 'temporal-polyfill';

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
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
  const due = localTime(dueAt, zone);
  const today = localTime(now, zone).toPlainDate();
  const endsDay = due.toPlainTime().equals(new Temporal.PlainTime());
  const date = endsDay ? due.toPlainDate().subtract({ days: 1 }) : due.toPlainDate();
  const time = clockWords(due.hour, due.minute);

  if (date.equals(today)) return `by ${todayWords(endsDay, due.hour, time)}`;
  if (date.equals(today.add({ days: 1 }))) return endsDay ? 'by the end of tomorrow' : `by ${time} tomorrow`;
  return endsDay ? `by the end of ${dateWords(date, today)}` : `by ${time} on ${dateWords(date, today)}`;
}

function localTime(at: Date, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone);
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

function dateWords(date: Temporal.PlainDate, today: Temporal.PlainDate): string {
  const words = `${WEEKDAYS[date.dayOfWeek - 1] ?? ''} ${date.day} ${MONTHS[date.month - 1] ?? ''}`;
  return date.year === today.year ? words : `${words} ${date.year}`;
}
