import { type PromiseView, promisesOf } from '#modules/promises';
import type { Tx } from '#platform/db';
import './tables.ts';

/** What a confirmation shows of a case: nothing of who reported it, and nothing of what they said. */
export interface CaseSummary {
  id: string;
  reference: string;
  title: string;
  serviceSlug: string;
  team: { slug: string; name: string };
  owner: { name: string; jobTitle: string } | null;
  /** The soonest first. */
  promises: PromiseView[];
}

/** The reference, the promises and the owner of one case; undefined for an id that the council does not have. */
export async function caseSummary(tx: Tx, councilId: string, caseId: string): Promise<CaseSummary | undefined> {
  const row = await tx
    .selectFrom('cases as c')
    .innerJoin('teams as t', (join) => join.onRef('t.council_id', '=', 'c.council_id').onRef('t.id', '=', 'c.team_id'))
    .leftJoin('staff_members as o', (join) =>
      join.onRef('o.council_id', '=', 'c.council_id').onRef('o.id', '=', 'c.owner_id'),
    )
    .select(['c.id', 'c.reference', 'c.title', 'c.service_slug', 't.slug as team', 't.name as team_name'])
    .select(['o.name as owner', 'o.job_title'])
    .where('c.council_id', '=', councilId)
    .where('c.id', '=', caseId)
    .executeTakeFirst();
  if (!row) return undefined;
  return {
    id: row.id,
    reference: row.reference,
    title: row.title,
    serviceSlug: row.service_slug,
    team: { slug: row.team, name: row.team_name },
    owner: row.owner === null ? null : { name: row.owner, jobTitle: row.job_title ?? '' },
    promises: (await promisesOf(tx, councilId, [row.id])).sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime()),
  };
}
