import type { BankHolidays, UkDivision, WorkingCalendar } from '#platform/calendar';

const WHOLE_DAY = [{ opens: '00:00', closes: '24:00' }];
const MONDAY_TO_FRIDAY = {
  monday: WHOLE_DAY,
  tuesday: WHOLE_DAY,
  wednesday: WHOLE_DAY,
  thursday: WHOLE_DAY,
  friday: WHOLE_DAY,
};

/**
 * The calendars by which Acts count, under the names that standards use. No office hours and no closure of a council
 * touches them: every weekday is whole, but for the bank holidays of one nation or, for `foi`, of every nation of
 * the United Kingdom (Freedom of Information Act 2000 s.10(6): "in any part of the United Kingdom").
 *
 * @throws RangeError when the bank holidays of a nation are missing: a clock of law cannot guess
 */
export function legalCalendars(all: readonly BankHolidays[]): Record<UkDivision | 'foi', WorkingCalendar> {
  const englandAndWales = bankHolidaysOf(all, 'england-and-wales');
  const scotland = bankHolidaysOf(all, 'scotland');
  const northernIreland = bankHolidaysOf(all, 'northern-ireland');
  return {
    foi: weekdaysBut(englandAndWales, scotland, northernIreland),
    'england-and-wales': weekdaysBut(englandAndWales),
    scotland: weekdaysBut(scotland),
    'northern-ireland': weekdaysBut(northernIreland),
  };
}

function bankHolidaysOf(all: readonly BankHolidays[], division: UkDivision): BankHolidays {
  const found = all.find((holidays) => holidays.division === division);
  if (!found) throw new RangeError(`The bank holidays of ${division} are missing.`);
  return found;
}

function weekdaysBut(...nations: readonly BankHolidays[]): WorkingCalendar {
  return {
    zone: 'Europe/London',
    week: MONDAY_TO_FRIDAY,
    closed: {},
    openings: {},
    holidays: new Set(nations.flatMap(({ titles }) => [...titles.keys()])),
    validFrom: `${Math.max(...nations.map(({ firstYear }) => firstYear))}-01-01`,
    validThrough: `${Math.min(...nations.map(({ lastYear }) => lastYear))}-12-31`,
  };
}
