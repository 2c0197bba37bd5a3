import { sql } from 'kysely';
import type { Tx } from '#platform/db';
import { prepared } from '#platform/prepared';
import { type PromiseWords, promiseWordsSchema } from './what-is-promised.ts';
import './tables.ts';

/** A promise as pages and other modules read it. */
export interface PromiseView {
  id: string;
  subjectType: string;
  subjectId: string;
  kind: string;
  what: PromiseWords;
  standard: { slug: string; version: number };
  startedAt: Date;
  dueAt: Date;
  /** From when it is at risk: the owner is warned then. Null where nobody is warned. */
  riskAt: Date | null;
  toldAt: Date | null;
  pausedAt: Date | null;
  outcome: 'kept' | 'missed' | 'renegotiated' | 'withdrawn' | null;
  doneAt: Date | null;
  decidedAt: Date | null;
  /** Kept, but the customer may still say "not fixed" until then. */
  provisionalUntil: Date | null;
  replacedBy: string | null;
  isImported: boolean;
}

/** Every promise made for these subjects (a case and its jobs), decided ones too, in the order they were made. */
export async function promisesOf(tx: Tx, councilId: string, subjectIds: readonly string[]): Promise<PromiseView[]> {
  if (subjectIds.length === 0) return [];
  return (await selectPromises.all(tx, { councilId, subjectIds })).map(promiseView);
}

const PROMISE_COLUMNS = [
  'id',
  'subject_type',
  'subject_id',
  'kind',
  'what',
  'standard_slug',
  'standard_version',
  'started_at',
  'due_at',
  'risk_at',
  'told_at',
  'paused_at',
  'outcome',
  'done_at',
  'decided_at',
  'provisional_until',
  'replaced_by',
  'is_imported',
] as const;

const selectPromises = prepared((tx, { councilId, subjectIds }: { councilId: string; subjectIds: readonly string[] }) =>
  tx
    .selectFrom('promises')
    .select(PROMISE_COLUMNS)
    .where('council_id', '=', councilId)
    .where(sql<boolean>`subject_id = any(${subjectIds})`)
    .orderBy('made_at')
    .orderBy('id'),
);

interface Row {
  id: string;
  subject_type: string;
  subject_id: string;
  kind: string;
  what: unknown;
  standard_slug: string;
  standard_version: number;
  started_at: Date;
  due_at: Date;
  risk_at: Date | null;
  told_at: Date | null;
  paused_at: Date | null;
  outcome: PromiseView['outcome'];
  done_at: Date | null;
  decided_at: Date | null;
  provisional_until: Date | null;
  replaced_by: string | null;
  is_imported: boolean;
}

function promiseView(row: Row): PromiseView {
  return {
    id: row.id,
    subjectType: row.subject_type,
    subjectId: row.subject_id,
    kind: row.kind,
    what: promiseWordsSchema.parse(row.what),
    standard: { slug: row.standard_slug, version: row.standard_version },
    startedAt: row.started_at,
    dueAt: row.due_at,
    riskAt: row.risk_at,
    toldAt: row.told_at,
    pausedAt: row.paused_at,
    outcome: row.outcome,
    doneAt: row.done_at,
    decidedAt: row.decided_at,
    provisionalUntil: row.provisional_until,
    replacedBy: row.replaced_by,
    isImported: row.is_imported,
  };
}
