import { sql } from 'kysely';
import type { Tx } from '#platform/db';
import { prepared } from '#platform/prepared';
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
 * (contract: rules of meaning, Council). Only public facts come back, so a transaction of any council may ask.
 *
 * @param host without port, any case.
 */
export async function councilOfHost(
  tx: Tx,
  host: string,
  defaultSlug: string | undefined,
): Promise<CouncilIdentity | null> {
  return (await selectCouncil.first(tx, { host: host.toLowerCase(), slug: defaultSlug ?? null })) ?? null;
}

const selectCouncil = prepared(
  (_tx, { host, slug }: { host: string; slug: string | null }) =>
    sql<CouncilIdentity>`select id, slug, name, revision from councils
      where ${host} = any(hosts) or slug = ${slug} order by (${host} = any(hosts)) desc limit 1`,
);
