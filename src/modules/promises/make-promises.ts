import type { ActorRef } from '#platform/actor';
import { recordAct } from '#platform/audit';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { newId } from '#platform/ids';
import { publish } from '#platform/outbox';
import type { ClockFacts, ClockRefusal } from './clock/clock-result.ts';
import { dueAt } from './clock/due-at.ts';
import { riskAt } from './clock/risk-at.ts';
import { type CouncilCalendars, councilCalendars } from './council-calendars.ts';
import { currentStandards, type StandardVersion } from './standards.ts';
import { riskRule } from './stored-clock.ts';
import type { PromiseWords } from './what-is-promised.ts';
import './tables.ts';

export interface NewPromise {
  subjectType: 'case' | 'job' | 'contact' | 'incident' | 'mark' | 'review';
  subjectId: string;
  /** Slug of the standard; its current version is taken and kept. */
  standard: string;
  /** When the clock starts: received, usually now. */
  startedAt?: Date;
  /** The event that a notice must come before, and the coming cut-offs, where the standard counts by them. */
  facts?: Pick<ClockFacts, 'event' | 'cutOffs'>;
  teamId?: string | null;
  ownerId?: string | null;
  /** From another system: kept out of the charter and never warned of. Its own target wins over the standard's. */
  imported?: { dueAt: Date | null };
}

export interface MadePromise {
  id: string;
  subjectType: string;
  subjectId: string;
  kind: string;
  standard: string;
  what: PromiseWords;
  dueAt: Date;
}

export type MakePromisesResult =
  | { ok: true; promises: MadePromise[] }
  | { ok: false; refusal: ClockRefusal | 'unknown-standard'; standard: string; message: string };

/**
 * Make the promises of one subject at once: each due by the clock of its standard's current version, on the council's
 * calendars. The version and the clock are kept, so that a standard that changes later changes no promise.
 *
 * One that runs from the acknowledgement is due as late as it can be, counted from the last moment of the promise to
 * acknowledge that is made with it; when that one is kept, the date comes forward.
 *
 * Refuses all of them when one standard is unknown or has no due instant (docs/domain/promises.md).
 */
export async function makePromises(
  tx: Tx,
  clock: Clock,
  actor: ActorRef,
  wanted: readonly NewPromise[],
): Promise<MakePromisesResult> {
  const first = wanted[0];
  if (!first) return { ok: true, promises: [] };
  const slugs = wanted.map(({ standard }) => standard);
  const standards = await currentStandards(tx, actor.councilId, slugs);
  const council = await councilCalendars(tx, actor.councilId);
  const made: (MadePromise & { row: Row })[] = [];
  for (const one of wanted) {
    const standard = standards.get(one.standard);
    const before = standard?.runsFrom === 'acknowledged' ? acknowledgementOf(one, made) : undefined;
    const timed = timesOf(before ? { startedAt: before.dueAt, ...one } : one, standard, council, clock.now());
    if (!timed.ok) return { ...timed, standard: one.standard };
    const row = { ...rowOf(clock, actor.councilId, one, timed), follows_id: before?.id ?? null };
    made.push({ ...one, id: row.id, kind: row.kind, what: timed.standard.what, dueAt: timed.dueAt, row });
  }
  await tx
    .insertInto('promises')
    .values(made.map(({ row }) => row))
    .execute();
  const promiseIds = made.map(({ id }) => id);
  const about = { subjectType: first.subjectType, subjectId: first.subjectId };
  await recordAct(tx, clock, actor, { act: 'promise.made', ...about, detail: { promiseIds } });
  await publish(tx, clock, actor, { type: 'promise.made', ...about, data: { promiseIds } });
  return { ok: true, promises: made };
}

type Row = ReturnType<typeof rowOf> & { follows_id: string | null };

function acknowledgementOf({ subjectId }: NewPromise, made: readonly MadePromise[]): MadePromise | undefined {
  return made.find((one) => one.subjectId === subjectId && one.kind === 'acknowledge');
}

interface Timed {
  ok: true;
  standard: StandardVersion;
  startedAt: Date;
  dueAt: Date;
  riskAt: Date | null;
}
type Untimed = { ok: false; refusal: ClockRefusal | 'unknown-standard'; message: string };

function timesOf(
  { standard: slug, startedAt: given, facts, imported }: NewPromise,
  standard: StandardVersion | undefined,
  { calendars }: CouncilCalendars,
  now: Date,
): Timed | Untimed {
  if (!standard) return { ok: false, refusal: 'unknown-standard', message: `There is no standard called ${slug}.` };
  const startedAt = given ?? now;
  if (imported?.dueAt) return { ok: true, standard, startedAt, dueAt: imported.dueAt, riskAt: null };
  const due = dueAt(standard.spec, { startedAt, calendars, ...facts });
  if (!due.ok) return due;
  if (imported) return { ok: true, standard, startedAt, dueAt: due.dueAt, riskAt: null };
  const risk = riskAt({ spec: standard.spec, startedAt, dueAt: due.dueAt, calendars }, riskRule(standard));
  return risk.ok ? { ok: true, standard, startedAt, dueAt: due.dueAt, riskAt: risk.riskAt } : risk;
}

function rowOf(clock: Clock, councilId: string, wanted: NewPromise, { standard, startedAt, dueAt, riskAt }: Timed) {
  return {
    council_id: councilId,
    id: newId(clock),
    subject_type: wanted.subjectType,
    subject_id: wanted.subjectId,
    kind: standard.kind,
    what: JSON.stringify(standard.what),
    standard_slug: standard.slug,
    standard_version: standard.version,
    clock: JSON.stringify({
      spec: standard.spec,
      facts: wanted.facts ?? {},
      isFixed: Boolean(wanted.imported?.dueAt),
      warnShare: standard.warnShare,
    }),
    team_id: wanted.teamId ?? null,
    owner_id: wanted.ownerId ?? null,
    started_at: startedAt,
    due_at: dueAt,
    risk_at: riskAt,
    is_imported: wanted.imported !== undefined,
    made_at: clock.now(),
  };
}
