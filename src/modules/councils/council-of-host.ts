import type { Db } from '#platform/db';
import './tables.ts';

export interface CouncilIdentity {
  id: string;
  slug: string;
  name: string;
  /** Counts up with every change of the council's configuration; what is cached under an older one is stale. */
  revision: number;
}

/**
 * The council that a request belongs to: the one whose profile lists its host, else `defaultSlug`, else none
 * (contract: rules of meaning, Council). Reads as the owner, since no council is known yet; only public facts come back.
 *
 * @param host without port, any case.
 */
export async function councilOfHost(
  db: Db,
  host: string,
  defaultSlug: string | undefined,
): Promise<CouncilIdentity | null> {
  const { rows } = await db.pool.query<CouncilIdentity>({
    name: 'council-of-host',
    text: `select id, slug, name, revision from councils
           where $1 = any(hosts) or slug = $2 order by ($1 = any(hosts)) desc limit 1`,
    values: [host.toLowerCase(), defaultSlug ?? null],
  });
  return rows[0] ?? null;
}
