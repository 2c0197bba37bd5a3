import type { ClockFacts, DueResult } from './clock-result.ts';
import type { ClockSpec } from './clock-spec.ts';
import { countedDue } from './counted-due.ts';
import { settleDue } from './settle-due.ts';

/**
 * The instant by which a promise is due; done at or before it is kept.
 *
 * @returns a refusal when a calendar, event or cut-off is missing, when it is already too late for the notice,
 *   or when bank holidays are not known for the days that are needed
 */
export function dueAt(spec: ClockSpec, facts: ClockFacts): DueResult {
  const counted = countedDue(spec, facts);
  return counted.ok ? settleDue(spec, facts.calendars, counted.dueAt) : counted;
}
