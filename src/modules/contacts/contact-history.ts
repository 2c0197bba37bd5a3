import { sql } from 'kysely';
import type { Channel } from '#modules/councils';
import type { Tx } from '#platform/db';
import { prepared } from '#platform/prepared';

export interface HistoryQuestion {
  id: string;
  serviceSlug: string | null;
  reason: string;
  act: string | null;
  caseId: string | null;
  incidentId: string | null;
  avoidableCause: string | null;
  note: string | null;
}

export interface HistoryItem {
  id: string;
  channel: Channel;
  direction: 'in' | 'out';
  handled: 'person' | 'automatic';
  startedAt: Date;
  endedAt: Date | null;
  abandonedAt: Date | null;
  staffName: string | null;
  summary: string | null;
  outcome: string | null;
  handlingSeconds: number | null;
  marks: string[];
  questions: HistoryQuestion[];
  /** What the council wrote, where this contact is a message out; its state says whether it was sent. */
  message: { id: string; subject: string | null; body: string; state: string; stateReason: string | null } | null;
}

/** Where the last page ended: the next begins below it. */
export interface HistoryKey {
  startedAt: Date;
  id: string;
}

export interface HistoryPage {
  items: HistoryItem[];
  /** Undefined on the last page. */
  next: HistoryKey | undefined;
}

/**
 * Every contact with a person on every channel, newest first, with what the council sent: one query, paged by key, so
 * that a long history costs no more than a short one.
 *
 * @param of.clusterId all the records that are this person (`customers.cluster_id`)
 */
export async function contactHistory(
  tx: Tx,
  councilId: string,
  of: { clusterId: string; before?: HistoryKey | undefined },
  limit = 25,
): Promise<HistoryPage> {
  const { clusterId, before } = of;
  const asked = { councilId, clusterId, limit: limit + 1 };
  const rows = await (before ? selectBefore.all(tx, { ...asked, ...before }) : selectNewest.all(tx, asked));
  const items = rows.slice(0, limit).map(toItem);
  const last = rows.length > limit ? items.at(-1) : undefined;
  return { items, next: last && { startedAt: last.startedAt, id: last.id } };
}

interface Asked {
  councilId: string;
  clusterId: string;
  limit: number;
}

const selectNewest = prepared(historyQuery);
const selectBefore = prepared((tx, asked: Asked & HistoryKey) =>
  historyQuery(tx, asked).where((eb) =>
    eb(eb.refTuple('c.started_at', 'c.id'), '<', eb.tuple(asked.startedAt, asked.id)),
  ),
);

function historyQuery(tx: Tx, { councilId, clusterId, limit }: Asked) {
  return tx
    .selectFrom('contacts as c')
    .leftJoin('messages as m', (join) =>
      join.onRef('m.council_id', '=', 'c.council_id').onRef('m.contact_id', '=', 'c.id'),
    )
    .leftJoin('staff_members as s', (join) =>
      join.onRef('s.council_id', '=', 'c.council_id').onRef('s.id', '=', 'c.staff_id'),
    )
    .select(['c.id', 'c.channel', 'c.direction', 'c.handled', 'c.started_at', 'c.ended_at', 'c.abandoned_at'])
    .select(['c.summary', 'c.outcome', 'c.handling_seconds', 'c.marks', 's.name as staff_name'])
    .select(['m.id as message_id', 'm.subject', 'm.body', 'm.state', 'm.state_reason'])
    .select(
      sql<HistoryQuestion[]>`coalesce((select jsonb_agg(jsonb_build_object('id', q.id, 'serviceSlug', q.service_slug,
        'reason', q.reason, 'act', q.act, 'caseId', q.case_id, 'incidentId', q.incident_id,
        'avoidableCause', q.avoidable_cause, 'note', q.note) order by q.position)
        from contact_questions q where q.council_id = c.council_id and q.contact_id = c.id), '[]')`.as('questions'),
    )
    .where('c.council_id', '=', councilId)
    .where((eb) =>
      eb(
        'c.customer_id',
        'in',
        eb.selectFrom('customers').select('id').where('council_id', '=', councilId).where('cluster_id', '=', clusterId),
      ),
    )
    .orderBy('c.started_at', 'desc')
    .orderBy('c.id', 'desc')
    .limit(limit);
}

type Row = Awaited<ReturnType<ReturnType<typeof historyQuery>['execute']>>[number];

function toItem(row: Row): HistoryItem {
  return {
    id: row.id,
    channel: row.channel as Channel,
    direction: row.direction,
    handled: row.handled,
    startedAt: row.started_at,
    endedAt: row.ended_at,
    abandonedAt: row.abandoned_at,
    staffName: row.staff_name,
    summary: row.summary,
    outcome: row.outcome,
    handlingSeconds: row.handling_seconds,
    marks: row.marks,
    questions: row.questions,
    message: messageOf(row),
  };
}

function messageOf({ message_id, subject, body, state, state_reason }: Row): HistoryItem['message'] {
  if (message_id === null || body === null || state === null) return null;
  return { id: message_id, subject, body, state, stateReason: state_reason };
}
