import type { Selectable } from 'kysely';
import type { Database, Tx } from '#platform/db';
import { isId, readReference } from '#platform/ids';
import { prepared } from '#platform/prepared';
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
export function findCase(tx: Tx, councilId: string, named: string): Promise<CaseRow | undefined> {
  return found(tx, councilId, named, { byId: selectById, byReference: selectByReference });
}

/** The same, locked until the transaction ends: acts on one case take their turns, so the second sees the first's. */
export function lockCase(tx: Tx, councilId: string, named: string): Promise<CaseRow | undefined> {
  return found(tx, councilId, named, { byId: lockById, byReference: lockByReference });
}

interface Named {
  councilId: string;
  named: string;
}

const query = (tx: Tx, councilId: string) => tx.selectFrom('cases').select(COLUMNS).where('council_id', '=', councilId);
const byId = (tx: Tx, { councilId, named }: Named) => query(tx, councilId).where('id', '=', named);
const byReference = (tx: Tx, { councilId, named }: Named) => query(tx, councilId).where('reference', '=', named);

const selectById = prepared(byId);
const selectByReference = prepared(byReference);
const lockById = prepared((tx, named: Named) => byId(tx, named).forUpdate());
const lockByReference = prepared((tx, named: Named) => byReference(tx, named).forUpdate());

async function found(
  tx: Tx,
  councilId: string,
  named: string,
  how: { byId: typeof selectById; byReference: typeof selectByReference },
): Promise<CaseRow | undefined> {
  if (isId(named)) return how.byId.first(tx, { councilId, named });
  const reference = readReference(named);
  return reference === null ? undefined : how.byReference.first(tx, { councilId, named: reference });
}
