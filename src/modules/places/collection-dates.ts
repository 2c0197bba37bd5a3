import { addDays, daysBetween, type LocalDate } from './local-date.ts';

/** How often a round comes. */
export interface Rhythm {
  everyWeeks: number;
  /** Any one date of the round: the others lie whole periods before and after it. */
  first: LocalDate;
}

export interface Collection {
  on: LocalDate;
  /** The date it would have been, where it was moved (a bank holiday, snow); equal to `on` otherwise. */
  plannedOn: LocalDate;
}

/** Planned date to the date it was moved to. */
export type Moves = ReadonlyMap<LocalDate, LocalDate>;

/** No date is moved further than this, so no collection further away can move into a period. */
const MOST_MOVED_DAYS = 28;

/** When a round comes from one date to another, both included, in order, moved dates moved. */
export function collectionDates(
  rhythm: Rhythm,
  from: LocalDate,
  to: LocalDate,
  moves: Moves = new Map(),
): Collection[] {
  return plannedDates(rhythm, addDays(from, -MOST_MOVED_DAYS), addDays(to, MOST_MOVED_DAYS))
    .map((plannedOn) => ({ plannedOn, on: moves.get(plannedOn) ?? plannedOn }))
    .filter(({ on }) => on >= from && on <= to)
    .sort((a, b) => (a.on < b.on ? -1 : 1));
}

function plannedDates({ everyWeeks, first }: Rhythm, from: LocalDate, to: LocalDate): LocalDate[] {
  const period = everyWeeks * 7;
  const start = addDays(first, Math.ceil(daysBetween(first, from) / period) * period);
  const count = Math.max(0, Math.floor(daysBetween(start, to) / period) + 1);
  return Array.from({ length: count }, (_, index) => addDays(start, index * period));
}
