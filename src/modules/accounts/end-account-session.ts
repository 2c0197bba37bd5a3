import { z } from 'zod';
import { endSession, readSession } from '#modules/staff';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';

const Data = z.object({ idToken: z.string() });

interface Ended {
  /** What to sign out with at the identity provider, where that is how somebody came in. */
  idToken: string | null;
}

/** Sign out: the session behind a cookie ends. */
export async function endAccountSession(
  tx: Tx,
  clock: Clock,
  { councilId, token }: { councilId: string; token: string },
): Promise<Ended> {
  const session = await readSession(tx, clock, councilId, token);
  if (session?.kind !== 'customer') return { idToken: null };
  await endSession(tx, clock, councilId, session.tokenHash);
  return { idToken: Data.safeParse(session.data).data?.idToken ?? null };
}
