import type { MovableClock } from '#platform/clock';
import type { Agenda } from './agenda.ts';
import type { Cast } from './cast.ts';
import type { Chance } from './chance.ts';
import type { Neighbour } from './neighbours.ts';

/** What every act of the demonstration works with. */
export interface Life {
  councilId: string;
  clock: MovableClock;
  chance: Chance;
  agenda: Agenda;
  cast: Cast;
  neighbours: readonly Neighbour[];
  /** Files that stand for photos of finished work. */
  photos: readonly string[];
  /** Files that stand for a letter that somebody shows. */
  letters: readonly string[];
}

/** So many hours on, moved into the day when crews and offices work. */
export function workingTime(from: Date, hours: number): Date {
  const at = new Date(from.getTime() + hours * 3_600_000);
  const hour = at.getUTCHours();
  if (hour < 8) at.setUTCHours(8, at.getUTCMinutes());
  if (hour >= 16) at.setUTCHours(32, at.getUTCMinutes());
  while (at.getUTCDay() === 0 || at.getUTCDay() === 6) at.setUTCDate(at.getUTCDate() + 1);
  return at;
}

export const hoursBetween = (from: Date, to: Date): number => (to.getTime() - from.getTime()) / 3_600_000;
