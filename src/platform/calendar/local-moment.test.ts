import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { localMoment, plusDays } from '#platform/calendar';

const zones = fc.constantFrom('Europe/London', 'Europe/Lisbon', 'America/St_Johns', 'Asia/Kathmandu', 'Pacific/Apia');
const instants = fc.date({ min: new Date('1970-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });

test('the clock on the wall agrees with Temporal in every zone, whatever the clocks do', () => {
  fc.assert(
    fc.property(zones, instants, (zone, at) => {
      const told = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone);
      const date = told.toPlainDate().toString();
      expect(localMoment(zone, at)).toEqual({ date, hour: told.hour, minute: told.minute });
    }),
  );
});

test('the date so many days later agrees with Temporal, over months and leap years', () => {
  fc.assert(
    fc.property(instants, fc.integer({ min: -2_000, max: 2_000 }), (at, days) => {
      const date = at.toISOString().slice(0, 10);
      expect(plusDays(date, days)).toBe(Temporal.PlainDate.from(date).add({ days }).toString());
    }),
  );
});
