import { sql } from 'kysely';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { hashToken } from '#platform/ids';
import './tables.ts';

/** Attempts that cost nothing but themselves. From the next one on, each locks for twice as long as the one before. */
const FREE_ATTEMPTS = 4;
const LONGEST_LOCK_MINUTES = 60;
/** A day without an attempt forgets the failures before it. */
const FORGET_HOURS = 24;

type Charged = { ok: true } | { ok: false; until: Date };

/** How long the n-th failure in a row locks, in minutes: 0 up to the fourth, then 1, 2, 4 … 60. */
function lockMinutes(failures: number): number {
  return failures <= FREE_ATTEMPTS ? 0 : Math.min(2 ** (failures - FREE_ATTEMPTS - 1), LONGEST_LOCK_MINUTES);
}

/**
 * Charge one attempt before it is tried, so that a thousand at once are a thousand charges.
 * It is the same for addresses that nobody has. A success takes it back (`refundAttempt`, `forgetAttempts`).
 */
export async function chargeAttempt(tx: Tx, clock: Clock, councilId: string, email: string): Promise<Charged> {
  const now = clock.now();
  const forgotten = new Date(now.getTime() - FORGET_HOURS * 3_600_000);
  const row = await tx
    .insertInto('sign_in_attempts')
    .values({ council_id: councilId, address_hash: addressHash(email), failures: 1, last_at: now, locked_until: null })
    .onConflict((conflict) =>
      conflict
        .columns(['council_id', 'address_hash'])
        .doUpdateSet({
          failures: sql<number>`case when sign_in_attempts.last_at < ${forgotten} then 1 else sign_in_attempts.failures + 1 end`,
          last_at: now,
          locked_until: null,
        })
        .where((eb) =>
          eb.or([eb('sign_in_attempts.locked_until', 'is', null), eb('sign_in_attempts.locked_until', '<=', now)]),
        ),
    )
    .returning('failures')
    .executeTakeFirst();
  if (!row) return { ok: false, until: await lockedUntil(tx, councilId, email, now) };
  await lock(tx, councilId, email, { minutes: lockMinutes(row.failures), now });
  return { ok: true };
}

/** The password was right: take its charge back, but keep those of wrong second factors. */
export async function refundAttempt(tx: Tx, councilId: string, email: string): Promise<void> {
  await tx
    .updateTable('sign_in_attempts')
    .set({ failures: sql<number>`greatest(failures - 1, 0)`, locked_until: null })
    .where('council_id', '=', councilId)
    .where('address_hash', '=', addressHash(email))
    .execute();
}

/** The person is in: nothing is held against the address any more. */
export async function forgetAttempts(tx: Tx, councilId: string, email: string): Promise<void> {
  await tx
    .deleteFrom('sign_in_attempts')
    .where('council_id', '=', councilId)
    .where('address_hash', '=', addressHash(email))
    .execute();
}

// The row stays locked until the commit, so nobody is charged between the count and its lock.
async function lock(
  tx: Tx,
  councilId: string,
  email: string,
  { minutes, now }: { minutes: number; now: Date },
): Promise<void> {
  if (minutes === 0) return;
  await tx
    .updateTable('sign_in_attempts')
    .set({ locked_until: new Date(now.getTime() + minutes * 60_000) })
    .where('council_id', '=', councilId)
    .where('address_hash', '=', addressHash(email))
    .execute();
}

async function lockedUntil(tx: Tx, councilId: string, email: string, now: Date): Promise<Date> {
  const row = await tx
    .selectFrom('sign_in_attempts')
    .select('locked_until')
    .where('council_id', '=', councilId)
    .where('address_hash', '=', addressHash(email))
    .executeTakeFirst();
  return row?.locked_until ?? now;
}

function addressHash(email: string): Buffer {
  return hashToken(email.trim().toLowerCase());
}
