import type { LocalDate } from './working-calendar.ts';

/** Thrown when a computation needs a date for which the calendar does not know the holidays. */
export class CalendarHorizonError extends RangeError {
  override readonly name = 'CalendarHorizonError';
  /** The date that was needed. */
  readonly date: LocalDate;

  /** @param covers what the calendar knows, both dates included; `from` is null when it has no first date */
  constructor(date: LocalDate, covers: { from: LocalDate | null; through: LocalDate }) {
    super(
      `The calendar cannot answer for ${date}: its bank holidays are known ` +
        `${covers.from === null ? '' : `from ${covers.from} `}to ${covers.through}. Add the missing years.`,
    );
    this.date = date;
  }
}
