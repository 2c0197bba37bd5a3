/** Arithmetic on opening hours: pure, and it knows no word of a council. Rules: docs/domain/time.md. */
export { addCalendarDays } from './calendar/add-calendar-days.ts';
export { addCalendarMonths } from './calendar/add-calendar-months.ts';
export { addElapsedHours } from './calendar/add-elapsed-hours.ts';
export { addWorkingDays } from './calendar/add-working-days.ts';
export { addWorkingHours } from './calendar/add-working-hours.ts';
export { type BankHolidayHorizon, bankHolidayHorizon } from './calendar/bank-holiday-horizon.ts';
export { type BankHolidays, parseBankHolidays, UK_DIVISIONS, type UkDivision } from './calendar/bank-holidays.ts';
export { calendarDaysBetween } from './calendar/calendar-days-between.ts';
export { CalendarHorizonError } from './calendar/calendar-horizon-error.ts';
export { calendarProblems } from './calendar/calendar-problems.ts';
export { dayBounds, localDateAt, plusDays, plusMonths } from './calendar/day-bounds.ts';
export { isWorkingDay } from './calendar/is-working-day.ts';
export { type LocalMoment, localMoment } from './calendar/local-moment.ts';
export { type LocalMonth, localMonth, monthOf } from './calendar/local-month.ts';
export { nextOpening } from './calendar/next-opening.ts';
export { subtractClearWorkingDays } from './calendar/subtract-clear-working-days.ts';
export { subtractWorkingDays } from './calendar/subtract-working-days.ts';
export type { LocalDate, LocalTime, OpenHours, Weekday, WorkingCalendar } from './calendar/working-calendar.ts';

export { workingDaysBetween } from './calendar/working-days-between.ts';
export { workingMinutesBetween } from './calendar/working-minutes-between.ts';
