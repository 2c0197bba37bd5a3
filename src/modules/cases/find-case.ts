import type { Selectable } from 'kysely';
import type { Database, Tx } from '#platform/db';
import { isId, readReference } from '#platform/ids';
import './tables.ts';

export type CaseRow = Omit<Selectable<Database['cases']>, 'search'>;

const COLUMNS = [
  'council_id',
  'id',
  'reference',
  'kind',
  'service_slug',
  'service_version',
  'title',
  'description',
  'public_text',
  'public_state',
  'channel',
  'team_id',
  'owner_id',
  'partner_id',
  'submission_id',
  'uprn',
  'house_key',
  'place',
  'postcode',
  'lat',
  'lon',
  'ward_code',
  'tier',
  'opened_at',
  'updated_at',
  'next_due_at',
  'stage',
  'waiting_for',
  'ending',
  'ended_at',
  'reopened_count',
  'follows_case_id',
  'repeats_case_id',
  'incident_id',
  'escalated_at',
  'escalated_to',
  'source',
  'source_id',
  'desired_outcome',
  'outcome_achieved',
] as const;

/** A case by its id or by its reference as somebody typed it: any case, with or without dash. */
export async function findCase(tx: Tx, councilId: string, named: string): Promise<CaseRow | undefined> {
  return byName(tx, councilId, named)?.executeTakeFirst();
}

/** The same, locked until the transaction ends: acts on one case take their turns, so the second sees the first's. */
export async function lockCase(tx: Tx, councilId: string, named: string): Promise<CaseRow | undefined> {
  return byName(tx, councilId, named)?.forUpdate().executeTakeFirst();
}

function byName(tx: Tx, councilId: string, named: string) {
  const query = tx.selectFrom('cases').select(COLUMNS).where('council_id', '=', councilId);
  if (isId(named)) return query.where('id', '=', named);
  const reference = readReference(named);
  return reference === null ? undefined : query.where('reference', '=', reference);
}
