import { todayOf } from '#modules/cases';
import { councilConfig } from '#modules/councils';
import { plusDays } from '#platform/calendar';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';

/** Nobody is given more time than this: what is typed beyond it is a slip of the finger. */
const MOST_DAYS = 366;

/**
 * By which day a piece that is asked for now is to be here: the day that was chosen, else the day that the service gives
 * it, else the council's own (`settings.askedEvidence`). Null where a day was chosen that is past, or no day at all.
 */
export async function dayToAsk(
  tx: Tx,
  clock: Clock,
  councilId: string,
  { chosen = '', listed = null }: { chosen?: string | undefined; listed?: string | null },
): Promise<string | null> {
  const today = await todayOf(tx, clock, councilId);
  if (chosen !== '') return isDay(chosen) && chosen >= today && chosen <= plusDays(today, MOST_DAYS) ? chosen : null;
  if (listed !== null) return listed;
  const { profile } = await councilConfig(tx, councilId);
  return plusDays(today, profile.settings.askedEvidence.days);
}

/** A calendar date that exists, `YYYY-MM-DD`. */
function isDay(typed: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(typed)) return false;
  const day = new Date(`${typed}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(typed);
}

/** "Please send it or bring it by Tuesday 8 December 2026." */
export function byWhen(dueOn: string | null): string {
  return dueOn === null ? '' : `Please send it or bring it by ${inWords(dueOn)}.`;
}

function inWords(day: string): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone: 'UTC' })
    .format(new Date(`${day}T00:00:00Z`))
    .replace(',', '');
}
