import { sql } from 'kysely';
import { houseKey, normalisePostcode } from '#modules/places';
import { type Actor, may } from '#modules/staff';
import type { Tx } from '#platform/db';
import { readReference } from '#platform/ids';
import './tables.ts';

export interface FoundCase {
  id: string;
  reference: string;
  title: string;
  place: string | null;
  stage: string;
  ending: string | null;
  openedAt: Date;
  endedAt: Date | null;
  nextDueAt: Date | null;
  team: string;
  owner: string | null;
}

const MOST = 50;
const POSTCODE_AT_END = /^(.*?)[\s,]*([a-z]{1,2}\d[a-z\d]?\s*\d[a-z]{2})$/i;

/**
 * Find cases by whatever was typed: a reference, a postcode, a house with its postcode, or words of the report. Newest
 * first, 50 at most. Empty for nothing typed and for who may not see cases.
 */
export async function searchCases(tx: Tx, actor: Actor, typed: string): Promise<FoundCase[]> {
  const text = typed.trim().slice(0, 200);
  if (text === '' || !may(actor, actor.type === 'machine' ? 'read-api' : 'work-cases')) return [];
  const reference = readReference(text);
  const found =
    reference === null ? [] : await select(tx, actor.councilId).where('c.reference', '=', reference).execute();
  if (found.length > 0) return found;
  return (await byPostcode(tx, actor.councilId, text)) ?? byWords(tx, actor.councilId, text);
}

/** Undefined where no whole postcode was typed. */
async function byPostcode(tx: Tx, councilId: string, text: string): Promise<FoundCase[] | undefined> {
  const [, house = '', postcode = ''] = POSTCODE_AT_END.exec(text) ?? [];
  const read = normalisePostcode(postcode);
  if (!read.ok) return undefined;
  const key = houseKey(house, read.postcode);
  const query = select(tx, councilId).orderBy('c.opened_at', 'desc').limit(MOST);
  return (
    key === undefined ? query.where('c.postcode', '=', read.postcode) : query.where('c.house_key', '=', key)
  ).execute();
}

// Full text cannot use its index under row-level security, so a function that checks the council finds the ids.
function byWords(tx: Tx, councilId: string, text: string): Promise<FoundCase[]> {
  return select(tx, councilId)
    .where('c.id', 'in', sql<string>`(select search_cases(${text}, ${MOST}))`)
    .orderBy('c.opened_at', 'desc')
    .execute();
}

function select(tx: Tx, councilId: string) {
  return tx
    .selectFrom('cases as c')
    .innerJoin('teams as t', (join) => join.onRef('t.council_id', '=', 'c.council_id').onRef('t.id', '=', 'c.team_id'))
    .leftJoin('staff_members as o', (join) =>
      join.onRef('o.council_id', '=', 'c.council_id').onRef('o.id', '=', 'c.owner_id'),
    )
    .select(['c.id', 'c.reference', 'c.title', 'c.place', 'c.stage', 'c.ending', 't.name as team', 'o.name as owner'])
    .select(['c.opened_at as openedAt', 'c.ended_at as endedAt', 'c.next_due_at as nextDueAt'])
    .where('c.council_id', '=', councilId);
}
