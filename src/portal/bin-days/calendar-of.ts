import ical, { ICalCalendarMethod } from 'ical-generator';
import type { BinDays } from './bin-days.ts';

/** Bin days as a calendar of whole days (RFC 5545). The same day has the same id each time, so a moved one moves. */
export function calendarOf({ uprn, collections }: BinDays, council: string): string {
  const calendar = ical({ name: 'Bin days', prodId: { company: council, product: 'Bin days', language: 'EN' } });
  calendar.method(ICalCalendarMethod.PUBLISH).ttl(A_DAY);
  for (const { date, container, name, movedFrom } of collections) {
    calendar.createEvent({
      id: `${uprn}-${container}-${movedFrom ?? date}@bin-days`,
      start: new Date(`${date}T00:00:00Z`),
      stamp: new Date(`${date}T00:00:00Z`),
      allDay: true,
      timezone: null,
      summary: `Put out: ${name}`,
      description: movedFrom === null ? 'Out by 6am.' : 'Another day than usual. Out by 6am.',
    });
  }
  return calendar.toString();
}

const A_DAY = 86_400;
