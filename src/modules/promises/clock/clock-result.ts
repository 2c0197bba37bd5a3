import { CalendarHorizonError, type WorkingCalendar } from '#platform/calendar';
import type { CutOffKind } from './clock-spec.ts';

/** Calendars by the names that standards use: the council's own beside the legal ones. */
export type Calendars = Readonly<Record<string, WorkingCalendar>>;

/** What a clock may need to know beside its specification. */
export interface ClockFacts {
  /** When the promise began to run: received, acknowledged, or whatever the standard says. */
  readonly startedAt: Date;
  readonly calendars: Calendars;
  /** The event that a notice must come before. */
  readonly event?: Date;
  /** The coming cut-offs of each kind, in any order. */
  readonly cutOffs?: Readonly<Partial<Record<CutOffKind, readonly Date[]>>>;
}

/**
 * Why there is no due instant. `too-late`: the notice could only have been given before the clock started.
 * `past-calendar`: bank holidays are not known for the days that are needed.
 */
export type ClockRefusal = 'unknown-calendar' | 'past-calendar' | 'no-event' | 'no-cut-off' | 'too-late';

export interface Refused {
  readonly ok: false;
  readonly refusal: ClockRefusal;
  /** For staff and operators, in words. */
  readonly message: string;
}

export type DueResult = { readonly ok: true; readonly dueAt: Date } | Refused;

export const refuse = (refusal: ClockRefusal, message: string): Refused => ({ ok: false, refusal, message });

/** Run a computation on a named calendar; an unknown name, or leaving what the calendar covers, is a refusal. */
export function withCalendar<T>(
  calendars: Calendars,
  name: string,
  compute: (calendar: WorkingCalendar) => T,
): T | Refused {
  const calendar = Object.hasOwn(calendars, name) ? calendars[name] : undefined;
  if (!calendar) return refuse('unknown-calendar', `There is no calendar called ${name}.`);
  try {
    return compute(calendar);
  } catch (error) {
    if (error instanceof CalendarHorizonError) return refuse('past-calendar', `${name}: ${error.message}`);
    throw error;
  }
}
