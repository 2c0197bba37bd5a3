import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { newId } from '#platform/ids';
import type { Profile } from './profile-schema.ts';
import './tables.ts';

/**
 * The id of the council of this slug, which is made where there is none. Its row stays locked until the transaction
 * ends, so that two loads follow one another. Only as the owner: a request has one council and makes none.
 */
export async function claimCouncil(
  tx: Tx,
  clock: Clock,
  { slug, name, hosts }: Pick<Profile, 'slug' | 'name' | 'hosts'>,
): Promise<string> {
  const { id } = await tx
    .insertInto('councils')
    .values({ id: newId(clock), slug, name, hosts, created_at: clock.now() })
    .onConflict((conflict) => conflict.column('slug').doUpdateSet({ slug }))
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}
