/** A local time of day, "00:00" to "24:00"; "24:00" is the end of the day. */
export type LocalTime = string;

/** A local calendar date, "2026-11-24". */
export type LocalDate = string;

/** Open from `opens` up to, and not including, `closes`. */
export interface OpenHours {
  readonly opens: LocalTime;
  readonly closes: LocalTime;
}

export const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/**
 * The hours in which something is worked, as plain data. What is worked out from it is cached by the
 * object's identity, so make one per version of the calendar, keep it, and never change it in place.
 *
 * What a date is, strongest first: `openings`, then `closed`, then `holidays`, then `week`.
 */
export interface WorkingCalendar {
  /** IANA name of the time zone, such as "Europe/London". */
  readonly zone: string;
  /** Hours of each weekday, in order and apart; a day left out is closed. */
  readonly week: Readonly<Partial<Record<Weekday, readonly OpenHours[]>>>;
  /** Dates on which it is closed, with the reason to show. */
  readonly closed: Readonly<Record<LocalDate, string>>;
  /** One-off open days, or other hours on a date, in place of the week's, a holiday or anything else. */
  readonly openings: Readonly<Record<LocalDate, readonly OpenHours[]>>;
  /** Bank holidays. */
  readonly holidays: ReadonlySet<LocalDate>;
  /** First date that this calendar can answer for. */
  readonly validFrom?: LocalDate;
  /** Last date that this calendar can answer for: past it holidays are not known, so nothing is computed. */
  readonly validThrough: LocalDate;
}
