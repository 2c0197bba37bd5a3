import { sql } from 'kysely';
import type { Tx } from '#platform/db';

/** What to look for; every part narrows. */
export interface AuditFilter {
  /** Id of who acted. */
  actorId?: string | undefined;
  /** Ids of what it was done to: a case, a customer, a member of staff. Empty finds nothing. */
  subjectIds?: readonly string[] | undefined;
  /** The whole act (`staff.signed-in`) or all of a family (`staff`). */
  act?: string | undefined;
  /** Part of the purpose of a read, any case. */
  purpose?: string | undefined;
  /** From this instant on. */
  from?: Date | undefined;
  /** Before this instant. */
  before?: Date | undefined;
}

export interface AuditRow {
  id: string;
  at: Date;
  actorType: string;
  actorName: string;
  kind: 'act' | 'read';
  act: string;
  subjectType: string;
  subjectId: string | null;
  purpose: string | null;
  detail: Record<string, unknown>;
}

interface Page {
  /** Entries before this one; without it the newest. Time and id of a row, so that no page repeats or misses one. */
  after?: { at: Date; id: string } | undefined;
  limit: number;
}

/** Entries of the audit, newest first, one page. */
export async function auditRows(
  tx: Tx,
  councilId: string,
  filter: AuditFilter,
  { after, limit }: Page,
): Promise<AuditRow[]> {
  if (filter.subjectIds?.length === 0) return [];
  const { actorId, subjectIds, act, purpose, from, before } = filter;
  return tx
    .selectFrom('audit_entries')
    .select(['id', 'at', 'actor_type as actorType', 'actor_name as actorName', 'kind', 'act'])
    .select(['subject_type as subjectType', 'subject_id as subjectId', 'purpose', 'detail'])
    .where('council_id', '=', councilId)
    .$if(actorId !== undefined, (query) => query.where('actor_id', '=', actorId ?? ''))
    .$if(subjectIds !== undefined, (query) => query.where('subject_id', 'in', subjectIds ?? []))
    .$if(act !== undefined, (query) =>
      query.where((eb) => eb.or([eb('act', '=', act ?? ''), eb(sql<string>`split_part(act, '.', 1)`, '=', act ?? '')])),
    )
    .$if(purpose !== undefined, (query) =>
      query.where(sql<boolean>`position(lower(${purpose ?? ''}) in lower(purpose)) > 0`),
    )
    .$if(from !== undefined, (query) => query.where('at', '>=', from ?? new Date(0)))
    .$if(before !== undefined, (query) => query.where('at', '<', before ?? new Date(0)))
    .$if(after !== undefined, (query) => query.where(sql<boolean>`(at, id) < (${after?.at}, ${after?.id})`))
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}
