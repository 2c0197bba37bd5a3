import { readFileSync } from 'node:fs';
import { type BankHolidays, parseBankHolidays, UK_DIVISIONS, type WorkingCalendar } from '#platform/calendar';

/** The bank holidays that ship with the product, all nations. */
export const bankHolidays: readonly BankHolidays[] = UK_DIVISIONS.flatMap((division) => {
  const file = new URL(`../../reference/bank-holidays/${division}.json`, import.meta.url);
  return parseBankHolidays(JSON.parse(readFileSync(file, 'utf8')));
});

const nineToFive = [{ opens: '09:00', closes: '17:00' }];

/** An English council's offices: Monday to Friday, 9am to 5pm, closed on the bank holidays of England and Wales. */
export const office: WorkingCalendar = {
  zone: 'Europe/London',
  week: { monday: nineToFive, tuesday: nineToFive, wednesday: nineToFive, thursday: nineToFive, friday: nineToFive },
  closed: {},
  openings: {},
  holidays: new Set(bankHolidays.find(({ division }) => division === 'england-and-wales')?.titles.keys()),
  validFrom: '2019-01-01',
  validThrough: '2027-12-31',
};

/** Two shifts a day, a Saturday morning, a night that crosses both clock changes, a closure and one-off hours. */
export const awkward: WorkingCalendar = {
  ...office,
  week: {
    monday: [
      { opens: '08:30', closes: '12:00' },
      { opens: '13:00', closes: '18:15' },
    ],
    tuesday: nineToFive,
    thursday: nineToFive,
    friday: [{ opens: '22:00', closes: '24:00' }],
    saturday: [
      { opens: '00:00', closes: '04:00' },
      { opens: '09:00', closes: '13:00' },
    ],
    sunday: [{ opens: '00:30', closes: '01:30' }],
  },
  closed: { '2026-11-24': 'Staff day' },
  openings: { '2026-12-25': nineToFive, '2026-11-26': [{ opens: '10:00', closes: '12:00' }], '2026-12-01': [] },
};
