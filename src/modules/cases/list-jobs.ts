import type { Tx } from '#platform/db';
import './tables.ts';

export interface ListedJob {
  id: string;
  number: number;
  reference: string;
  slug: string;
  title: string;
  instructions: string;
  team: string;
  state: string;
  /** What must be shown before it counts as done. */
  evidence: string;
  place: string | null;
  uprn: number | null;
  lat: number | null;
  lon: number | null;
  dueAt: Date | null;
  madeAt: Date;
  updatedAt: Date;
  endedAt: Date | null;
}

interface JobFilter {
  /** Slug of the team or partner. */
  team: string;
  updatedSince?: Date | undefined;
  after?: { updatedAt: Date; id: string } | undefined;
  limit: number;
}

/** A team's jobs in the order in which they changed: how a crew's own system keeps up. Nothing of the customer is in it. */
export async function listJobs(tx: Tx, councilId: string, filter: JobFilter): Promise<ListedJob[]> {
  const { team, updatedSince, after } = filter;
  let query = tx
    .selectFrom('jobs as j')
    .innerJoin('cases as c', (join) => join.onRef('c.council_id', '=', 'j.council_id').onRef('c.id', '=', 'j.case_id'))
    .innerJoin('teams as t', (join) => join.onRef('t.council_id', '=', 'j.council_id').onRef('t.id', '=', 'j.team_id'))
    .select(['j.id', 'j.number', 'c.reference', 'j.slug', 'j.title', 'j.instructions', 't.slug as team', 'j.state'])
    .select(['j.evidence', 'c.place', 'c.uprn', 'c.lat', 'c.lon', 'j.due_at as dueAt', 'j.made_at as madeAt'])
    .select(['j.updated_at as updatedAt', 'j.ended_at as endedAt'])
    .where('j.council_id', '=', councilId)
    .where('t.slug', '=', team);
  if (updatedSince) query = query.where('j.updated_at', '>=', updatedSince);
  if (after)
    query = query.where((eb) => eb(eb.refTuple('j.updated_at', 'j.id'), '>', eb.tuple(after.updatedAt, after.id)));
  return query.orderBy('j.updated_at').orderBy('j.id').limit(filter.limit).execute();
}
