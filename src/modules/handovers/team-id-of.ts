import type { Tx } from '#platform/db';
import { destinationOf } from './destination-of.ts';

/** The team that sees to what goes to a destination; null where the council has it no more. */
export async function teamIdOf(tx: Tx, councilId: string, destination: string): Promise<string | null> {
  const slug = (await destinationOf(tx, councilId, destination))?.team;
  if (slug === undefined) return null;
  const team = await tx
    .selectFrom('teams')
    .select('id')
    .where('council_id', '=', councilId)
    .where('slug', '=', slug)
    .executeTakeFirst();
  return team?.id ?? null;
}
