import { subtractWorkingDays } from '#platform/calendar';
import { type ClockFacts, type DueResult, refuse, withCalendar } from './clock-result.ts';
import type { ClockSpec } from './clock-spec.ts';

type CutOffSpec = Extract<ClockSpec, { kind: 'before-cut-off' }>;

/**
 * The first cut-off that can still be met. Where it needs notice, the promise is due when the notice is: an instalment
 * whose notice should have gone before the clock started is never promised, the next one is.
 */
export function dueBeforeCutOff(
  { cutOff, notice }: CutOffSpec,
  { startedAt, cutOffs, calendars }: ClockFacts,
): DueResult {
  const coming = [...(cutOffs?.[cutOff] ?? [])]
    .filter((instant) => instant > startedAt)
    .sort((left, right) => left.getTime() - right.getTime());
  for (const instant of coming) {
    const latest = notice
      ? withCalendar(calendars, notice.calendar, (calendar) =>
          subtractWorkingDays(calendar, instant, notice.workingDays),
        )
      : instant;
    if (!(latest instanceof Date)) return latest;
    if (latest > startedAt) return { ok: true, dueAt: latest };
  }
  return refuse('no-cut-off', `No coming ${cutOff} is known that can still be met.`);
}
