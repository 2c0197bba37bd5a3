import { bankHolidayHorizon } from '#platform/calendar';
import { bankHolidays } from './bank-holidays-read.ts';

/** For the operator, a sentence for each nation whose bank holidays soon end or have ended; none while all is well. */
export function bankHolidayWarnings(now: Date): string[] {
  return bankHolidays().flatMap((one) => bankHolidayHorizon(one, now).warning ?? []);
}
