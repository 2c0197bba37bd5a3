import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { type BankHolidays, parseBankHolidays, UK_DIVISIONS, type WorkingCalendar } from '#platform/calendar';
import type { Tx } from '#platform/db';
import { referenceFile } from '#platform/reference-file';
import type { Calendars } from './clock/clock-result.ts';
import { legalCalendars } from './clock/legal-calendars.ts';

export interface CouncilCalendars {
  /** IANA name of the council's time zone. */
  readonly zone: string;
  /** The council's own beside the legal ones, by the names that standards use. */
  readonly calendars: Calendars;
}

const openHours = z.array(z.object({ opens: z.string(), closes: z.string() }));
const storedCalendar = z.looseObject({
  slug: z.string(),
  holidays: z.string().default('none'),
  week: z.record(z.string(), openHours),
  closed: z.record(z.string(), z.string()).default({}),
  openings: z.record(z.string(), openHours).default({}),
});
const storedProfile = z.looseObject({ zone: z.string() });

// Built once a revision: the calendar engine caches by the object's identity.
const known = new Map<string, { revision: number; built: CouncilCalendars }>();

/** The calendars of a council as it has written them now. */
export async function councilCalendars(tx: Tx, councilId: string): Promise<CouncilCalendars> {
  const { revision } = await tx
    .selectFrom('councils')
    .select('revision')
    .where('id', '=', councilId)
    .executeTakeFirstOrThrow();
  const cached = known.get(councilId);
  if (cached?.revision === revision) return cached.built;
  const rows = await tx
    .selectFrom('council_documents')
    .select(['kind', 'body'])
    .where('council_id', '=', councilId)
    .where('kind', 'in', ['calendar', 'profile'])
    .where('is_current', '=', true)
    .execute();
  const built = build(rows);
  known.set(councilId, { revision, built });
  return built;
}

function build(rows: readonly { kind: string; body: unknown }[]): CouncilCalendars {
  const { zone } = storedProfile.parse(rows.find(({ kind }) => kind === 'profile')?.body);
  const holidays = bankHolidays();
  const own = rows.filter(({ kind }) => kind === 'calendar').map(({ body }) => storedCalendar.parse(body));
  const built = own.map((one) => [one.slug, workingCalendar(one, zone, holidays)] as const);
  return { zone, calendars: { ...legalCalendars(holidays), ...Object.fromEntries(built) } };
}

function workingCalendar(
  { holidays: kind, week, closed, openings }: z.infer<typeof storedCalendar>,
  zone: string,
  all: readonly BankHolidays[],
): WorkingCalendar {
  const skipped = all.filter(({ division }) => kind === 'united-kingdom' || kind === division);
  return {
    zone,
    week,
    closed,
    openings,
    holidays: new Set(skipped.flatMap(({ titles }) => [...titles.keys()])),
    validFrom: `${Math.max(...all.map(({ firstYear }) => firstYear))}-01-01`,
    validThrough: `${Math.min(...all.map(({ lastYear }) => lastYear))}-12-31`,
  };
}

let holidaysRead: readonly BankHolidays[] | undefined;

function bankHolidays(): readonly BankHolidays[] {
  holidaysRead ??= UK_DIVISIONS.flatMap((division) =>
    parseBankHolidays(JSON.parse(readFileSync(referenceFile(`bank-holidays/${division}.json`), 'utf8'))),
  );
  return holidaysRead;
}
