import type { ClockFacts, DueResult, Refused } from './clock-result.ts';
import type { ClockSpec } from './clock-spec.ts';
import { countedDue } from './counted-due.ts';
import { type AnsweredPause, extendDue } from './extend-due.ts';
import { mergePauses, type Pause } from './merge-pauses.ts';
import { settleDue } from './settle-due.ts';

interface Running {
  readonly ok: true;
  /** Null while nobody can say: a question is open, and its answer will move the due instant. */
  readonly dueAt: Date | null;
  /** Since when the clock has been running without a stop; null while it stands. */
  readonly runningSince: Date | null;
}

/**
 * The due instant after questions to the customer, by what the standard says that a question does. A question asked
 * after the promise fell due changes nothing, since it was missed by then; a deadline that an event or a cut-off sets
 * never moves.
 *
 * @param facts `pauses`: from each question to its answer, `until` null while it is open; in any order, overlaps count once
 */
export function dueAfterPauses(
  spec: ClockSpec,
  facts: ClockFacts & { readonly pauses: readonly Pause[] },
): Running | Refused {
  let counted = countedDue(spec, facts);
  let runningSince = facts.startedAt;
  const pauses = spec.onQuestion === 'nothing' ? [] : mergePauses(facts.pauses, facts.startedAt);

  for (const { from, until } of pauses) {
    const due = settled(spec, facts, counted);
    if (!due.ok) return due;
    if (from > due.dueAt) return { ...due, runningSince };
    if (until === null) return { ok: true, dueAt: isFixed(spec) ? due.dueAt : null, runningSince: null };
    counted = afterAnswer(spec, facts, counted, { from, until });
    runningSince = until;
  }
  const due = settled(spec, facts, counted);
  return due.ok ? { ...due, runningSince } : due;
}

function settled(spec: ClockSpec, { calendars }: ClockFacts, counted: DueResult): DueResult {
  return counted.ok ? settleDue(spec, calendars, counted.dueAt) : counted;
}

function afterAnswer(spec: ClockSpec, facts: ClockFacts, counted: DueResult, pause: AnsweredPause): DueResult {
  if (!counted.ok || isFixed(spec)) return counted;
  if (spec.onQuestion === 'restart') return countedDue(spec, { ...facts, startedAt: pause.until });
  return extendDue(spec, facts.calendars, counted.dueAt, pause);
}

function isFixed({ kind }: ClockSpec): boolean {
  return kind === 'before-cut-off' || kind === 'working-days-before' || kind === 'clear-working-days-before';
}
