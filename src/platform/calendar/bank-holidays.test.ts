import { describe, expect, test } from 'vitest';
import { addWorkingDays, type BankHolidays, bankHolidayHorizon, parseBankHolidays } from '#platform/calendar';
import { bankHolidays, office } from '#test/calendars';

function of(division: string): BankHolidays {
  const found = bankHolidays.find((each) => each.division === division);
  if (!found) throw new Error(`There are no bank holidays of ${division}`);
  return found;
}
const datesOf = (division: string, year: number) =>
  [...of(division).titles.keys()].filter((date) => date.startsWith(`${year}`)).map((date) => date.slice(5));

describe('the bank holidays that ship with the product', () => {
  test('cover whole years from 2019 to 2027 in every nation', () => {
    expect(bankHolidays.map(({ firstYear, lastYear }) => [firstYear, lastYear])).toEqual(Array(3).fill([2019, 2027]));
  });

  test('never fall on a weekend, because a substitute day stands in', () => {
    const days = bankHolidays.flatMap(({ titles }) => [...titles.keys()]).map((date) => new Date(date).getUTCDay());
    expect(days.filter((day) => day === 0 || day === 6)).toEqual([]);
  });

  test('give Scotland its second of January, its own summer day, St Andrew and the World Cup, and no Easter Monday', () => {
    expect(datesOf('scotland', 2026)).toEqual([
      '01-01',
      '01-02',
      '04-03',
      '05-04',
      '05-25',
      '06-15',
      '08-03',
      '11-30',
      '12-25',
      '12-28',
    ]);
  });

  test('move both Scottish new year days when they fall on a weekend', () => {
    expect(datesOf('scotland', 2022).slice(0, 2)).toEqual(['01-03', '01-04']);
    expect(datesOf('scotland', 2023).slice(0, 2)).toEqual(['01-02', '01-03']);
    expect(datesOf('scotland', 2027).slice(0, 2)).toEqual(['01-01', '01-04']);
  });

  test('give Northern Ireland St Patrick and the Boyne, moved from the weekend', () => {
    expect(datesOf('northern-ireland', 2024)).toContain('03-18');
    expect(datesOf('northern-ireland', 2025)).toContain('07-14');
  });

  test.each(['england-and-wales', 'scotland', 'northern-ireland'])(
    'hold the one-off and moved days of %s',
    (division) => {
      expect(datesOf(division, 2020)).toContain('05-08');
      expect(datesOf(division, 2020)).not.toContain('05-04');
      expect(datesOf(division, 2022)).toEqual(expect.arrayContaining(['06-02', '06-03', '09-19']));
      expect(datesOf(division, 2022)).not.toContain('05-30');
      expect(datesOf(division, 2023)).toContain('05-08');
    },
  );
});

describe('holidays that go stale', () => {
  test('a due date past the last known year is an error that says so, never a guess', () => {
    expect(() => addWorkingDays(office, new Date('2027-12-30T10:00:00Z'), 5)).toThrow(
      'The calendar cannot answer for 2028-01-01: its bank holidays are known from 2019-01-01 to 2027-12-31. Add the missing years.',
    );
  });

  test('a date before the first known year is an error too', () => {
    expect(() => addWorkingDays(office, new Date('2018-12-28T10:00:00Z'), 1)).toThrow(/cannot answer for 2018-12-28/);
  });

  test('a year that is only half published does not count as known', () => {
    const events = [
      { title: 'Christmas Day', date: '2026-12-25', notes: '', bunting: true },
      { title: 'New Year’s Day', date: '2027-01-01', notes: '', bunting: true },
    ];
    const [found] = parseBankHolidays({ scotland: { division: 'scotland', events } });
    expect(found?.lastYear).toBe(2026);
  });

  test.each([
    ['2026-11-21T09:00:00Z', 'fine', 405],
    ['2027-07-01T22:59:59Z', 'soon', 183],
    ['2027-12-31T23:59:59Z', 'soon', 0],
    ['2028-01-01T00:00:00Z', 'stale', -1],
  ])('seen from %s they are %s', (now, state, daysLeft) => {
    const horizon = bankHolidayHorizon(of('england-and-wales'), new Date(now));
    expect(horizon).toMatchObject({ division: 'england-and-wales', lastYear: 2027, state, daysLeft });
  });

  test('the operator is warned in words half a year before, and told what to do', () => {
    const warningAt = (now: string) => bankHolidayHorizon(of('scotland'), new Date(now)).warning;
    expect(warningAt('2027-06-01T09:00:00Z')).toBeNull();
    expect(warningAt('2027-12-01T09:00:00Z')).toBe(
      'The bank holidays of scotland end with 2027, in 30 days. Load the newer list from https://www.gov.uk/bank-holidays.json.',
    );
    expect(warningAt('2028-02-01T09:00:00Z')).toMatch('The bank holidays of scotland ended with 2027.');
  });

  test('a file of another shape is refused', () => {
    expect(() => parseBankHolidays({ wales: { division: 'wales', events: [] } })).toThrow();
    expect(() =>
      parseBankHolidays({ scotland: { division: 'scotland', events: [{ title: 'X', date: '30/11/2026' }] } }),
    ).toThrow();
  });
});
