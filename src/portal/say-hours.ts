import { type CalendarDefinition, hoursInWords } from '#modules/councils';

/** The hours of an ordinary week on one line: "Monday to Friday, 8am to 6pm; Saturday, 9am to 1pm". */
export function sayHours(calendar: Pick<CalendarDefinition, 'week'>): string {
  return hoursInWords(calendar)
    .map(({ days, hours }) => `${days}, ${hours}`)
    .join('; ');
}
