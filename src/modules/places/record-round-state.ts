import { sql } from 'kysely';
import type { Actor } from '#modules/staff';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { newId } from '#platform/ids';
import { publish } from '#platform/outbox';
import { normaliseAddressLine } from './address-line.ts';
import { PLACE_EVENTS, type RoundStateRecorded } from './events.ts';
import type { LocalDate } from './local-date.ts';
import { mayRecordRounds } from './policy.ts';
import { type LeftReason, ROUND_REPORTS, type RoundReport } from './tables.ts';

interface Report {
  /** Local date of the round. */
  on: LocalDate;
  at: Date;
  note?: string | undefined;
  /** The crew system's own id: the same report sent again changes nothing. */
  sourceId?: string | undefined;
}

/** How a whole round goes, or why something was left at an address or along a street. */
export type RoundStateCommand = Report &
  (
    | { state: RoundReport; round: string; movedTo?: LocalDate | undefined }
    | { state: LeftReason; round?: string | undefined; uprn: number; container?: string | undefined }
    | { state: LeftReason; round: string; street: string; container?: string | undefined }
  );

export const ROUND_STATE_MESSAGES = {
  'not-allowed': 'You may not record what a crew reports',
  'unknown-round': 'There is no round with that name',
  'unknown-address': 'No container is collected at that address',
  'moved-needs-a-date': 'Say which date the collection moved to',
  'in-the-future': 'A crew cannot report what has not happened yet: check the time',
} as const;
export type RoundStateRefusal = keyof typeof ROUND_STATE_MESSAGES;
export type RoundStateResult = { ok: true; id: string; isNew: boolean } | { ok: false; refusal: RoundStateRefusal };

/** Clocks in lorries run fast now and then. */
const MOST_AHEAD_MS = 10 * 60_000;

/**
 * Write down what a crew's system reports, and publish `round.state-recorded` in the same transaction. Every report is
 * kept as a row; reports of a whole round also set the state of its day, in which "started" never undoes "finished".
 */
export async function recordRoundState(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  command: RoundStateCommand,
): Promise<RoundStateResult> {
  if (!mayRecordRounds(actor)) return { ok: false, refusal: 'not-allowed' };
  if (isMove(command) && command.movedTo === undefined) return { ok: false, refusal: 'moved-needs-a-date' };
  if (!isMove(command) && command.at.getTime() > clock.now().getTime() + MOST_AHEAD_MS) {
    return { ok: false, refusal: 'in-the-future' };
  }
  const round = await roundOf(tx, actor.councilId, command);
  if (round === undefined) return { ok: false, refusal: 'uprn' in command ? 'unknown-address' : 'unknown-round' };

  const known = await knownReport(tx, actor.councilId, command.sourceId);
  if (known !== undefined) return { ok: true, id: known, isNew: false };
  const id = await insertReport(tx, clock, actor.councilId, { command, round });
  if (!('uprn' in command) && !('street' in command)) await setDay(tx, clock, actor.councilId, { ...command, round });

  const data: RoundStateRecorded = { roundSlug: round, on: command.on, state: command.state, ...subjectOf(command) };
  await publish(tx, clock, actor, {
    type: PLACE_EVENTS.roundStateRecorded,
    subjectType: 'round-event',
    subjectId: id,
    data,
  });
  return { ok: true, id, isNew: true };
}

function isMove(command: RoundStateCommand): command is Extract<RoundStateCommand, { state: RoundReport }> {
  return command.state === 'moved';
}

/** The round named, or the one that collects at the address; crews' systems often send the address alone. */
async function roundOf(tx: Tx, councilId: string, command: RoundStateCommand): Promise<string | undefined> {
  const found =
    'uprn' in command
      ? await roundAt(tx, councilId, command.uprn, command.container)
      : await tx
          .selectFrom('rounds')
          .select('slug as round_slug')
          .where('council_id', '=', councilId)
          .where('slug', '=', command.round)
          .executeTakeFirst();
  return found?.round_slug;
}

function roundAt(tx: Tx, councilId: string, uprn: number, container: string | undefined) {
  const query = tx
    .selectFrom('address_collections')
    .select('round_slug')
    .where('council_id', '=', councilId)
    .where('uprn', '=', uprn)
    .where('until', 'is', null)
    .orderBy('container')
    .limit(1);
  return (container === undefined ? query : query.where('container', '=', container)).executeTakeFirst();
}

async function knownReport(tx: Tx, councilId: string, sourceId: string | undefined): Promise<string | undefined> {
  if (sourceId === undefined) return undefined;
  // Two senders of one report wait for each other here, so the second finds what the first wrote.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`round-report:${councilId}:${sourceId}`}, 0))`.execute(tx);
  const known = await tx
    .selectFrom('round_events')
    .select('id')
    .where('council_id', '=', councilId)
    .where('source_id', '=', sourceId)
    .executeTakeFirst();
  return known?.id;
}

interface Placed {
  command: RoundStateCommand;
  round: string;
}

async function insertReport(tx: Tx, clock: Clock, councilId: string, { command, round }: Placed): Promise<string> {
  const id = newId(clock);
  await tx
    .insertInto('round_events')
    .values({
      council_id: councilId,
      id,
      round_slug: round,
      on_date: command.on,
      ...subjectOf(command),
      street: 'street' in command ? normaliseAddressLine(command.street) : null,
      kind: command.state,
      at: command.at,
      note: command.note ?? null,
      source_id: command.sourceId ?? null,
      recorded_at: clock.now(),
      withdrawn_at: null,
    })
    .execute();
  return id;
}

function subjectOf(command: RoundStateCommand): { uprn: number | null; container: string | null } {
  return {
    uprn: 'uprn' in command ? command.uprn : null,
    container: 'container' in command ? (command.container ?? null) : null,
  };
}

type DayReport = Report & { state: RoundReport; round: string; movedTo?: LocalDate | undefined };

async function setDay(tx: Tx, clock: Clock, councilId: string, report: DayReport): Promise<void> {
  const ended = report.state === 'finished' || report.state === 'not-completed';
  await tx
    .insertInto('round_days')
    .values({
      council_id: councilId,
      round_slug: report.round,
      on_date: report.on,
      state: report.state,
      moved_to: report.state === 'moved' ? (report.movedTo ?? null) : null,
      started_at: report.state === 'started' ? report.at : null,
      finished_at: ended ? report.at : null,
      note: report.note ?? null,
      recorded_at: clock.now(),
      source_id: report.sourceId ?? null,
    })
    .onConflict((conflict) =>
      conflict.columns(['council_id', 'round_slug', 'on_date']).doUpdateSet((eb) => ({
        state: eb
          .case()
          .when(
            eb.and([
              eb(eb.ref('excluded.state'), '=', 'started'),
              eb(eb.ref('round_days.finished_at'), 'is not', null),
            ]),
          )
          .then(eb.ref('round_days.state'))
          .else(eb.ref('excluded.state'))
          .end(),
        moved_to: eb.fn.coalesce('excluded.moved_to', 'round_days.moved_to'),
        started_at: eb.fn.coalesce('excluded.started_at', 'round_days.started_at'),
        finished_at: eb.fn.coalesce('excluded.finished_at', 'round_days.finished_at'),
        note: eb.fn.coalesce('excluded.note', 'round_days.note'),
        recorded_at: eb.ref('excluded.recorded_at'),
        source_id: eb.ref('excluded.source_id'),
      })),
    )
    .execute();
}

/** Whether a word from a crew's system names the state of a whole round. */
export function isRoundReport(state: string): state is RoundReport {
  return ROUND_REPORTS.some((report) => report === state);
}
