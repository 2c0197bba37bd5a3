import { z } from 'zod';
import type { LocalDate } from './working-calendar.ts';

export const UK_DIVISIONS = ['england-and-wales', 'scotland', 'northern-ireland'] as const;
export type UkDivision = (typeof UK_DIVISIONS)[number];

/** The bank holidays of one division of the United Kingdom, and the whole years for which they are known. */
export interface BankHolidays {
  readonly division: UkDivision;
  readonly titles: ReadonlyMap<LocalDate, string>;
  readonly firstYear: number;
  readonly lastYear: number;
}

const Division = z.object({
  division: z.enum(UK_DIVISIONS),
  events: z
    .array(z.object({ title: z.string().min(1), date: z.iso.date() }))
    .min(1, 'There are no bank holidays in it'),
});
const Published = z.partialRecord(z.enum(UK_DIVISIONS), Division);

/**
 * Read bank holidays in the shape of https://www.gov.uk/bank-holidays.json: the whole of it, or some divisions.
 * A year counts as known only when its Christmas is in, since a half-published year would pass for one without holidays.
 *
 * @param published the parsed JSON
 * @throws ZodError when it has another shape
 * @throws RangeError when a division has no whole year
 */
export function parseBankHolidays(published: unknown): BankHolidays[] {
  return Object.values(Published.parse(published)).map(({ division, events }) => {
    const wholeYears = events
      .filter(({ date }) => date.slice(5) >= '12-25')
      .map(({ date }) => Number(date.slice(0, 4)));
    if (wholeYears.length === 0) throw new RangeError(`The bank holidays of ${division} have no whole year.`);
    return {
      division,
      titles: new Map(events.map(({ date, title }) => [date, title])),
      firstYear: Math.min(...wholeYears),
      lastYear: Math.max(...wholeYears),
    };
  });
}
