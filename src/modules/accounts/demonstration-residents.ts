import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { type Begun, beginAccountSession } from './account-session.ts';
import './tables.ts';

export interface DemonstrationResident {
  id: string;
  name: string;
  about: string;
}

/** The residents whom the sign-in page of a demonstration lists, in the order in which they joined. */
export async function demonstrationResidents(tx: Tx, councilId: string): Promise<DemonstrationResident[]> {
  const rows = await tx
    .selectFrom('accounts')
    .select(['id', 'name', 'about'])
    .where('council_id', '=', councilId)
    .where('is_demonstration', '=', true)
    .where('closed_at', 'is', null)
    .orderBy('made_at')
    .execute();
  return rows.map(({ about, ...row }) => ({ ...row, about: about ?? '' }));
}

/** Sign in as a resident of the demonstration with one press. Only a route of a demonstration calls it. */
export async function signInAsResident(
  tx: Tx,
  clock: Clock,
  { councilId, accountId, oldToken }: { councilId: string; accountId: string; oldToken: string | undefined },
): Promise<Begun | undefined> {
  const row = await tx
    .selectFrom('accounts')
    .select('id')
    .where('council_id', '=', councilId)
    .where('id', '=', accountId)
    .where('is_demonstration', '=', true)
    .where('closed_at', 'is', null)
    .executeTakeFirst();
  if (!row) return undefined;
  const session = { councilId, accountId, by: 'demonstration', hasSecondFactor: false, oldToken } as const;
  return beginAccountSession(tx, clock, session);
}
