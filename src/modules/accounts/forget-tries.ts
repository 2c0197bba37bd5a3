import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import './tables.ts';

const KEEP_CODES_DAYS = 2;
/** Long enough to be rung, not long enough to be a list of people who did not want an account. */
const KEEP_REGISTRATIONS_DAYS = 90;

/** Forget, across councils, the codes whose use is over and the registrations that came to nothing. */
export async function forgetTries(tx: Tx, clock: Clock): Promise<void> {
  const ago = (days: number) => new Date(clock.now().getTime() - days * 86_400_000);
  await tx.deleteFrom('account_challenges').where('made_at', '<', ago(KEEP_CODES_DAYS)).execute();
  await tx.deleteFrom('account_registrations').where('begun_at', '<', ago(KEEP_REGISTRATIONS_DAYS)).execute();
}
