import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import './tables.ts';

/** Days that an ended session, a dead link or an old count of failures stays, so that its page can still say why. */
const KEEP_DAYS = 7;

/** Forget sessions, one-time links and counted failures whose use is over. Returns how many of each. */
export async function forgetSignIns(
  tx: Tx,
  clock: Clock,
  councilId: string,
): Promise<{ sessions: number; links: number; attempts: number }> {
  const before = new Date(clock.now().getTime() - KEEP_DAYS * 86_400_000);
  const sessions = await tx
    .deleteFrom('sessions')
    .where('council_id', '=', councilId)
    .where((eb) => eb.or([eb('expires_at', '<', before), eb('ended_at', '<', before)]))
    .executeTakeFirst();
  const links = await tx
    .deleteFrom('one_time_links')
    .where('council_id', '=', councilId)
    .where((eb) => eb.or([eb('expires_at', '<', before), eb('revoked_at', '<', before)]))
    .executeTakeFirst();
  const attempts = await tx
    .deleteFrom('sign_in_attempts')
    .where('council_id', '=', councilId)
    .where('last_at', '<', before)
    .where((eb) => eb.or([eb('locked_until', 'is', null), eb('locked_until', '<', before)]))
    .executeTakeFirst();
  return {
    sessions: Number(sessions.numDeletedRows),
    links: Number(links.numDeletedRows),
    attempts: Number(attempts.numDeletedRows),
  };
}
