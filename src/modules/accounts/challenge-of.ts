import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { hashToken } from '#platform/ids';
import './tables.ts';

/** A code that this browser asked for. */
export interface Challenge {
  id: string;
  purpose: 'sign-in' | 'address';
  channel: 'email' | 'sms';
  address: string;
  registrationId: string | null;
  /** What was typed when it was asked for by registering. */
  name: string | null;
  accountId: string | null;
  sends: number;
  /** The address was proven, and what that is for has still to be done. */
  isPassed: boolean;
}

/** After the last code a page that was left open can still ask for another. */
const KEEP_HOURS = 24;
/** Once proven, the name may take this long to type. */
const GOOD_FOR_MINUTES = 30;

/** The challenge behind a browser's cookie; undefined when it was used, is a day old, or was proven too long ago. */
export async function challengeOf(
  tx: Tx,
  clock: Clock,
  councilId: string,
  token: string,
): Promise<Challenge | undefined> {
  const now = clock.now().getTime();
  const row = await tx
    .selectFrom('account_challenges as c')
    .leftJoin('account_registrations as r', (join) =>
      join.onRef('r.council_id', '=', 'c.council_id').onRef('r.id', '=', 'c.registration_id'),
    )
    .selectAll('c')
    .select('r.name')
    .where('c.council_id', '=', councilId)
    .where('c.token_hash', '=', hashToken(token))
    .where('c.used_at', 'is', null)
    .where('c.made_at', '>', new Date(now - KEEP_HOURS * 3_600_000))
    .executeTakeFirst();
  if (!row) return undefined;
  if (row.passed_at && now - row.passed_at.getTime() > GOOD_FOR_MINUTES * 60_000) return undefined;
  return {
    id: row.id,
    purpose: row.purpose,
    channel: row.channel,
    address: row.address,
    registrationId: row.registration_id,
    name: row.name,
    accountId: row.account_id,
    sends: row.sends,
    isPassed: row.passed_at !== null,
  };
}
