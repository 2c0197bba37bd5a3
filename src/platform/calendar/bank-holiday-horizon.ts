import { Temporal } from 'temporal-polyfill';
import type { BankHolidays, UkDivision } from './bank-holidays.ts';

/** Promises of a year's length are rare; half a year leaves time to fetch the list and load it. */
const WARN_DAYS_BEFORE = 184;

export interface BankHolidayHorizon {
  readonly division: UkDivision;
  readonly lastYear: number;
  /** Days from today to the last day that is known; negative once it is past. */
  readonly daysLeft: number;
  /** `fine`; `soon` within half a year of the end; `stale` when today itself is past it. */
  readonly state: 'fine' | 'soon' | 'stale';
  /** For the operator: what is wrong and what to do. Null when fine. */
  readonly warning: string | null;
}

/** How far the bank holidays reach, seen from `now`, so that an operator is warned before a due date cannot be given. */
export function bankHolidayHorizon({ division, lastYear }: BankHolidays, now: Date): BankHolidayHorizon {
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO('Europe/London').toPlainDate();
  const daysLeft = today.until(new Temporal.PlainDate(lastYear, 12, 31), { largestUnit: 'day' }).days;
  const state = daysLeft < 0 ? 'stale' : daysLeft < WARN_DAYS_BEFORE ? 'soon' : 'fine';
  const end = state === 'stale' ? `ended with ${lastYear}` : `end with ${lastYear}, in ${daysLeft} days`;
  const warning =
    state === 'fine'
      ? null
      : `The bank holidays of ${division} ${end}. Load the newer list from https://www.gov.uk/bank-holidays.json.`;
  return { division, lastYear, daysLeft, state, warning };
}
