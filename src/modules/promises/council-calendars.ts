import { ByRevision, type CalendarDefinition, councilConfig } from '#modules/councils';
import type { BankHolidays, WorkingCalendar } from '#platform/calendar';
import type { Tx } from '#platform/db';
import { bankHolidays } from './bank-holidays-read.ts';
import type { Calendars } from './clock/clock-result.ts';
import { legalCalendars } from './clock/legal-calendars.ts';

export interface CouncilCalendars {
  /** IANA name of the council's time zone. */
  readonly zone: string;
  /** The council's own beside the legal ones, by the names that standards use. */
  readonly calendars: Calendars;
}

// Built once a revision: the calendar engine caches by the object's identity.
const built = new ByRevision(build);

/** The calendars of a council as it has written them now. */
export function councilCalendars(tx: Tx, councilId: string): Promise<CouncilCalendars> {
  return built.get(tx, councilId);
}

async function build(tx: Tx, councilId: string): Promise<CouncilCalendars> {
  const { profile, calendars } = await councilConfig(tx, councilId);
  const holidays = bankHolidays();
  const own = [...calendars].map(([slug, one]) => [slug, workingCalendar(one, profile.zone, holidays)] as const);
  return { zone: profile.zone, calendars: { ...legalCalendars(holidays), ...Object.fromEntries(own) } };
}

function workingCalendar(
  { holidays: whose, week, closed, openings }: CalendarDefinition,
  zone: string,
  all: readonly BankHolidays[],
): WorkingCalendar {
  const skipped = all.filter(({ division }) => whose === 'united-kingdom' || whose === division);
  return {
    zone,
    week: Object.fromEntries(Object.entries(week).filter(([, hours]) => hours !== undefined)),
    closed,
    openings,
    holidays: new Set(skipped.flatMap(({ titles }) => [...titles.keys()])),
    ...knownYears(skipped),
  };
}

/** A calendar that keeps no bank holidays can answer for any date. */
function knownYears(skipped: readonly BankHolidays[]): { validFrom?: string; validThrough: string } {
  if (skipped.length === 0) return { validThrough: '9999-12-31' };
  return {
    validFrom: `${Math.max(...skipped.map(({ firstYear }) => firstYear))}-01-01`,
    validThrough: `${Math.min(...skipped.map(({ lastYear }) => lastYear))}-12-31`,
  };
}
