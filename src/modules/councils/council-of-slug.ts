import type { Db } from '#platform/db';
import type { CouncilIdentity } from './council-of-host.ts';
import './tables.ts';

/** The council of this slug, or null: how the terminal names one. Reads as the owner; only public facts come back. */
export async function councilOfSlug(db: Db, slug: string): Promise<CouncilIdentity | null> {
  const { rows } = await db.pool.query<CouncilIdentity>({
    name: 'council-of-slug',
    text: 'select id, slug, name, revision from councils where slug = $1',
    values: [slug],
  });
  return rows[0] ?? null;
}
