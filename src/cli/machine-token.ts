import { councilOfSlug } from '#modules/councils';
import { createApiToken } from '#modules/staff';
import { systemActor } from '#platform/actor';
import { systemClock } from '#platform/clock';
import { closeDb, inCouncil, openDb } from '#platform/db';

/** A token with which a program of the demonstration council may write, in a database of a tool's own. */
export async function machineToken(url: string, name: string): Promise<string> {
  const db = openDb({ url, max: 1 });
  try {
    const council = await councilOfSlug(db, 'estuary');
    if (!council) throw new Error('the demonstration council is not loaded');
    const made = await inCouncil(db, council.id, (tx) =>
      createApiToken(tx, systemClock, systemActor(council.id), { name, role: 'api-write' }),
    );
    if (!made.ok) throw new Error(`${name} may not make a token`);
    return made.token;
  } finally {
    await closeDb(db);
  }
}
