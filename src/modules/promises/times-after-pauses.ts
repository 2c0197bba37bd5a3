import type { Tx } from '#platform/db';
import type { Calendars } from './clock/clock-result.ts';
import { dueAfterPauses } from './clock/due-after-pauses.ts';
import { extendDue } from './clock/extend-due.ts';
import { mergePauses, type Pause } from './clock/merge-pauses.ts';
import { riskAt } from './clock/risk-at.ts';
import { councilCalendars } from './council-calendars.ts';
import type { PromiseRow } from './find-promise.ts';
import { readClock, riskRule } from './stored-clock.ts';

interface Times {
  dueAt: Date;
  riskAt: Date | null;
}

/** When a running promise is due and at risk, now that its pauses are answered. */
export async function timesAfterPauses(tx: Tx, promise: PromiseRow): Promise<Times> {
  const { calendars } = await councilCalendars(tx, promise.council_id);
  const pauses = await pausesOf(tx, promise);
  const clock = readClock(promise.clock);
  const last = mergePauses(pauses, promise.started_at).at(-1);
  const due = clock.isFixed ? fixedDue(promise, calendars, last) : countedAnew(promise, calendars, pauses);
  // A calendar that has run out since must not hold up an answer: the date that was told then stands.
  const dueAt = due ?? promise.due_at;
  const startedAt = last?.until ?? promise.started_at;
  const risk = riskAt({ spec: clock.spec, startedAt, dueAt, calendars }, riskRule(clock));
  return { dueAt, riskAt: risk.ok && !promise.is_imported ? risk.riskAt : null };
}

function countedAnew(promise: PromiseRow, calendars: Calendars, pauses: readonly Pause[]): Date | null {
  const { spec, facts } = readClock(promise.clock);
  const due = dueAfterPauses(spec, { startedAt: promise.started_at, calendars, pauses, ...facts });
  return due.ok ? due.dueAt : null;
}

/** A date that a person agreed moves on by what the last pause took. */
function fixedDue(promise: PromiseRow, calendars: Calendars, last: Pause | undefined): Date | null {
  const { spec } = readClock(promise.clock);
  if (!last?.until || spec.onQuestion !== 'pause') return null;
  const due = extendDue(spec, calendars, promise.due_at, { from: last.from, until: last.until });
  return due.ok ? due.dueAt : null;
}

async function pausesOf(tx: Tx, promise: PromiseRow): Promise<Pause[]> {
  const rows = await tx
    .selectFrom('promise_pauses')
    .select(['from_at', 'to_at'])
    .where('council_id', '=', promise.council_id)
    .where('promise_id', '=', promise.id)
    .execute();
  return rows.map(({ from_at, to_at }) => ({ from: from_at, until: to_at }));
}
