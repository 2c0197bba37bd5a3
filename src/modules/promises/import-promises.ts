import type { ActorRef } from '#platform/actor';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { newId } from '#platform/ids';
import type { ClockSpec } from './clock/clock-spec.ts';
import { dueAt } from './clock/due-at.ts';
import { outcomeOf } from './clock/outcome-of.ts';
import { councilCalendars } from './council-calendars.ts';
import { currentStandards, type StandardVersion } from './standards.ts';
import './tables.ts';

interface ImportedPromise {
  /** Id of the case that it is about. */
  subjectId: string;
  /** Slug of the standard whose words it carries; the clock is the mapping's own. */
  standard: string;
  clock: ClockSpec;
  startedAt: Date;
  /** What the other system promised; it wins over the clock. */
  dueAt: Date | null;
  teamId: string;
  /** When and whether by having been done; null while it is open. */
  ended: { at: Date; isDone: boolean } | null;
}

type ImportedDue = { ok: true; dueAt: Date } | { ok: false; message: string };

/**
 * Write down many promises of another system at once, each with what became of it. They are flagged, never warned of and
 * stay out of the charter; nothing is published, since nobody here made or kept them. One that has no due instant is
 * not written, and the answer says why, in the order in which they were given.
 */
export async function importPromises(
  tx: Tx,
  clock: Clock,
  actor: ActorRef,
  wanted: readonly ImportedPromise[],
): Promise<ImportedDue[]> {
  if (wanted.length === 0) return [];
  const { calendars } = await councilCalendars(tx, actor.councilId);
  const standards = await currentStandards(tx, actor.councilId, [...new Set(wanted.map(({ standard }) => standard))]);
  const timed = wanted.map((one) => {
    const standard = standards.get(one.standard);
    if (!standard) return { ok: false as const, message: `There is no standard called ${one.standard}` };
    const due = one.dueAt ? { ok: true as const, dueAt: one.dueAt } : dueAt(one.clock, { ...one, calendars });
    return due.ok ? { ...due, row: rowOf(clock, actor.councilId, one, { standard, due: due.dueAt }) } : due;
  });
  const rows = timed.flatMap((one) => (one.ok ? [one.row] : []));
  if (rows.length > 0) await tx.insertInto('promises').values(rows).execute();
  return timed.map((one) => (one.ok ? { ok: true, dueAt: one.dueAt } : { ok: false, message: one.message }));
}

function rowOf(
  clock: Clock,
  councilId: string,
  one: ImportedPromise,
  { standard, due }: { standard: StandardVersion; due: Date },
) {
  return {
    council_id: councilId,
    id: newId(clock),
    subject_type: 'case',
    subject_id: one.subjectId,
    kind: standard.kind,
    what: JSON.stringify(standard.what),
    standard_slug: standard.slug,
    standard_version: standard.version,
    clock: JSON.stringify({ spec: one.clock, facts: {}, isFixed: one.dueAt !== null, warnShare: null }),
    team_id: one.teamId,
    started_at: one.startedAt,
    due_at: due,
    risk_at: null,
    is_imported: true,
    made_at: clock.now(),
    ...outcomeColumns(one, due),
  };
}

function outcomeColumns({ ended }: ImportedPromise, due: Date) {
  if (!ended) return { outcome: null, done_at: null, decided_at: null };
  if (!ended.isDone) return { outcome: 'withdrawn' as const, done_at: null, decided_at: ended.at };
  return { outcome: outcomeOf(due, ended.at), done_at: ended.at, decided_at: ended.at };
}
