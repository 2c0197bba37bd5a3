import type { Tx } from '#platform/db';
import type { Profile } from './profile-schema.ts';
import './tables.ts';

/** The council's name and the hosts that are its door; a request finds its council by them. */
export async function nameCouncil(
  tx: Tx,
  councilId: string,
  { name, hosts }: Pick<Profile, 'name' | 'hosts'>,
): Promise<void> {
  await tx.updateTable('councils').set({ name, hosts }).where('id', '=', councilId).execute();
}
