import type { Tx } from '#platform/db';
import './tables.ts';

export interface ListedCase {
  id: string;
  reference: string;
  service: string;
  title: string;
  team: string;
  channel: string;
  stage: string;
  ending: string | null;
  openedAt: Date;
  updatedAt: Date;
  endedAt: Date | null;
  nextDueAt: Date | null;
}

interface ListFilter {
  stage?: 'open' | 'waiting' | 'ended' | undefined;
  service?: string | undefined;
  team?: string | undefined;
  updatedSince?: Date | undefined;
  /** Where the last page ended. */
  after?: { updatedAt: Date; id: string } | undefined;
  limit: number;
}

/** Cases in the order in which they changed, oldest change first: whoever reads to the end has missed nothing. */
export async function listCases(tx: Tx, councilId: string, filter: ListFilter): Promise<ListedCase[]> {
  const { stage, service, team, updatedSince, after } = filter;
  let query = tx
    .selectFrom('cases as c')
    .innerJoin('teams as t', (join) => join.onRef('t.council_id', '=', 'c.council_id').onRef('t.id', '=', 'c.team_id'))
    .select(['c.id', 'c.reference', 'c.service_slug as service', 'c.title', 't.slug as team', 'c.channel', 'c.stage'])
    .select(['c.ending', 'c.opened_at as openedAt', 'c.updated_at as updatedAt', 'c.ended_at as endedAt'])
    .select('c.next_due_at as nextDueAt')
    .where('c.council_id', '=', councilId);
  if (stage) query = query.where('c.stage', '=', stage);
  if (service) query = query.where('c.service_slug', '=', service);
  if (team) query = query.where('t.slug', '=', team);
  if (updatedSince) query = query.where('c.updated_at', '>=', updatedSince);
  if (after)
    query = query.where((eb) => eb(eb.refTuple('c.updated_at', 'c.id'), '>', eb.tuple(after.updatedAt, after.id)));
  return query.orderBy('c.updated_at').orderBy('c.id').limit(filter.limit).execute();
}
