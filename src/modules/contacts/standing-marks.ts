import { type PromiseView, promisesOf } from '#modules/promises';
import type { StaffActor } from '#modules/staff';
import { recordRead } from '#platform/audit';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import './tables.ts';
import type { Channel } from '#modules/councils';

export interface MarkLine {
  id: string;
  mark: string;
  teamName: string;
  at: Date;
  /** Who set it; null where a system did. */
  setBy: string | null;
  note: string | null;
  acknowledgedAt: Date | null;
  nextDueAt: Date | null;
  endedAt: Date | null;
  outcome: 'answered' | 'not-a-mark' | null;
  outcomeNote: string | null;
  /** The case that it is about; null where it is a conversation. */
  caseId: string | null;
  contact: {
    id: string;
    channel: Channel;
    startedAt: Date;
    summary: string | null;
    customerId: string | null;
  } | null;
}

export interface MarkWork extends MarkLine {
  promises: PromiseView[];
}

/** Where the last page ended. */
export interface MarkKey {
  dueAt: Date;
  id: string;
}

const PAGE = 50;

/** What the teams of this person have to acknowledge and answer, the next due first, paged by key. The read is logged. */
export async function standingMarks(
  tx: Tx,
  clock: Clock,
  actor: StaffActor,
  after?: MarkKey,
): Promise<{ marks: MarkLine[]; next: MarkKey | null }> {
  if (actor.teamIds.length === 0) return { marks: [], next: null };
  const rows = await markQuery(tx, actor)
    .where('m.ended_at', 'is', null)
    .$if(after !== undefined, (query) =>
      query.where((eb) =>
        eb(eb.refTuple('m.next_due_at', 'm.id'), '>', eb.tuple(after?.dueAt ?? null, after?.id ?? '')),
      ),
    )
    .orderBy('m.next_due_at')
    .orderBy('m.id')
    .limit(PAGE + 1)
    .execute();
  const last = rows.length > PAGE ? rows[PAGE - 1] : undefined;
  const marks = rows.slice(0, PAGE).map(lineOf);
  await recordRead(tx, clock, actor, {
    act: 'marks.listed',
    subjectType: 'mark',
    subjectId: null,
    purpose: 'choosing a mark to answer',
    detail: { shown: marks.map(({ id }) => id) },
  });
  return {
    marks,
    next: last?.nextDueAt ? { dueAt: last.nextDueAt, id: last.id } : null,
  };
}

/** One mark of the reader's teams with its promises; null for everybody else. The read is logged. */
export async function oneMark(tx: Tx, clock: Clock, actor: StaffActor, markId: string): Promise<MarkWork | null> {
  if (actor.teamIds.length === 0) return null;
  const row = await markQuery(tx, actor).where('m.id', '=', markId).executeTakeFirst();
  if (!row) return null;
  const purpose = 'answering a mark';
  await recordRead(tx, clock, actor, { act: 'mark.read', subjectType: 'mark', subjectId: markId, purpose });
  return { ...lineOf(row), promises: await promisesOf(tx, actor.councilId, [markId]) };
}

function markQuery(tx: Tx, { councilId, teamIds }: StaffActor) {
  return tx
    .selectFrom('contact_marks as m')
    .innerJoin('teams as t', (join) => join.onRef('t.council_id', '=', 'm.council_id').onRef('t.id', '=', 'm.team_id'))
    .leftJoin('staff_members as s', (join) =>
      join.onRef('s.council_id', '=', 'm.council_id').onRef('s.id', '=', 'm.by'),
    )
    .leftJoin('contacts as c', (join) =>
      join
        .onRef('c.council_id', '=', 'm.council_id')
        .onRef('c.id', '=', 'm.subject_id')
        .on('m.subject_type', '=', 'contact'),
    )
    .select(['m.id', 'm.mark', 'm.subject_type', 'm.subject_id', 'm.at', 'm.note', 't.name as teamName'])
    .select(['s.name as setBy', 'm.acknowledged_at as acknowledgedAt', 'm.next_due_at as nextDueAt'])
    .select(['m.ended_at as endedAt', 'm.outcome', 'm.outcome_note as outcomeNote'])
    .select(['c.id as contactId', 'c.channel', 'c.started_at as startedAt', 'c.summary', 'c.customer_id as customerId'])
    .where('m.council_id', '=', councilId)
    .where('m.team_id', 'in', [...teamIds]);
}

type Row = Awaited<ReturnType<ReturnType<typeof markQuery>['execute']>>[number];

function lineOf({
  subject_type,
  subject_id,
  contactId,
  channel,
  startedAt,
  summary,
  customerId,
  ...row
}: Row): MarkLine {
  const contact =
    contactId && channel && startedAt
      ? { id: contactId, channel: channel as Channel, startedAt, summary, customerId }
      : null;
  return { ...row, caseId: subject_type === 'case' ? subject_id : null, contact };
}
