import { addWorkingDays, type WorkingCalendar } from '#platform/calendar';
import { type Collection, collectionDates } from './collection-dates.ts';
import { type CollectionFacts, movesOf } from './collection-facts.ts';
import { addDays, endOfDay, instantOf, type LocalDate, localDate } from './local-date.ts';
import type { LeftReason } from './tables.ts';

/** What a council says about reporting a missed collection (domain rules: "missed bin"). */
export interface CollectionRules {
  /** The working calendar that counts the days; its zone is the council's. */
  calendar: WorkingCalendar;
  /** A collection may be reported until the midnight that ends this working day after it. */
  reportWorkingDays: number;
}

interface Standing {
  container: string;
  assisted: boolean;
  round: { slug: string; name: string };
  /** The latest collection day, today included. */
  on: LocalDate;
  next: Collection | null;
  /** A missed collection can be reported from the end of the round up to, not including, `until`. */
  window: { from: Date; until: Date };
}

type Left = Exclude<LeftReason, 'not-completed'>;

/** What Frontdoor already knows of a collection, so that it can speak before anybody reports it. */
export type RoundState =
  | { kind: 'no-collection'; next: Collection | null }
  /** The crew is still out: no case, "by tonight". */
  | (Standing & { kind: 'not-finished'; expectedBy: Date })
  /** Left for a reason. `isValid` is false for "not presented" at an assisted address, where the crew should have fetched it. */
  | (Standing & { kind: Left; at: Date; note: string | null; isValid: boolean })
  /** The crew knows that it did not get there. */
  | (Standing & { kind: 'not-completed'; at: Date | null; note: string | null; scope: 'address' | 'street' | 'round' })
  /** Said to be done: somebody whose bin was left may report it. */
  | (Standing & { kind: 'finished'; at: Date | null })
  /** Too late to report this collection; the next one is named. */
  | (Standing & { kind: 'window-over' });

const DAYS_AROUND = 35;

/** The standing of one container at `now`. A reason given for the address speaks before the state of the round. */
export function roundState(facts: CollectionFacts, now: Date, rules: CollectionRules): RoundState {
  const today = localDate(now, rules.calendar.zone);
  const dates = datesAround(facts, today);
  const next = dates.find(({ on }) => on > today) ?? null;
  const last = dates.findLast(({ on }) => on <= today);
  if (!last) return { kind: 'no-collection', next };

  const { container, assisted, round } = facts;
  const window = reportWindow(facts, last.on, rules);
  const standing = { container, assisted, round: { slug: round.slug, name: round.name }, on: last.on, next, window };
  if (now >= window.until) return { ...standing, kind: 'window-over' };
  return leftState(facts, standing) ?? crewState(facts, standing, now, rules.calendar.zone);
}

function datesAround(facts: CollectionFacts, today: LocalDate): Collection[] {
  return collectionDates(facts.rhythm, addDays(today, -DAYS_AROUND), addDays(today, DAYS_AROUND), movesOf(facts));
}

function reportWindow(facts: CollectionFacts, on: LocalDate, { calendar, reportWorkingDays }: CollectionRules) {
  const end = instantOf(on, facts.round.usuallyDone, calendar.zone);
  const counting = { countsFrom: 'day-received', endsAt: 'midnight' } as const;
  return {
    from: dayOf(facts, on)?.finishedAt ?? end,
    until: addWorkingDays(calendar, end, reportWorkingDays, counting),
  };
}

function leftState(facts: CollectionFacts, standing: Standing): RoundState | undefined {
  const left = facts.left.find(({ on }) => on === standing.on);
  if (!left) return undefined;
  const { kind, at, note, scope } = left;
  if (kind === 'not-completed') return { ...standing, kind, at, note, scope };
  return { ...standing, kind, at, note, isValid: !(kind === 'not-presented' && facts.assisted) };
}

function crewState(facts: CollectionFacts, standing: Standing, now: Date, zone: string): RoundState {
  const day = dayOf(facts, standing.on);
  if (day?.state === 'not-completed') {
    return { ...standing, kind: 'not-completed', at: day.finishedAt, note: day.note, scope: 'round' };
  }
  const midnight = endOfDay(standing.on, zone);
  const usuallyDone = instantOf(standing.on, facts.round.usuallyDone, zone);
  if (day?.state === 'finished' || now >= midnight)
    return { ...standing, kind: 'finished', at: day?.finishedAt ?? null };
  if (now < usuallyDone) return { ...standing, kind: 'not-finished', expectedBy: usuallyDone };
  // A crew that said it started is believed to be out still; where no crew reports, the usual time decides.
  if (day?.state === 'started') return { ...standing, kind: 'not-finished', expectedBy: midnight };
  return { ...standing, kind: 'finished', at: null };
}

function dayOf({ days }: CollectionFacts, on: LocalDate) {
  return days.find((day) => day.on === on);
}
