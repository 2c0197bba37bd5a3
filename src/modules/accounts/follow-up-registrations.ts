import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { accountOfAddress } from './make-account.ts';
import type { CodeAddress } from './read-address.ts';
import { registrationPath } from './registration-link.ts';
import { endRegistration } from './registrations.ts';
import './tables.ts';

/** Somebody who takes this long has stopped, or is stuck. */
const LEFT_AFTER_MINUTES = 60;
const MOST_AT_ONCE = 100;

export interface LeftRegistration extends CodeAddress {
  id: string;
  name: string;
  /** Of our own door: goes on where they stopped. */
  path: string;
}

/** Take the registrations that were left and not followed up yet, each once. Whoever got in meanwhile is let be. */
export async function followUpRegistrations(tx: Tx, clock: Clock, councilId: string): Promise<LeftRegistration[]> {
  const before = new Date(clock.now().getTime() - LEFT_AFTER_MINUTES * 60_000);
  const rows = await tx
    .selectFrom('account_registrations')
    .select(['id', 'name', 'channel', 'address'])
    .where('council_id', '=', councilId)
    .where('ended_at', 'is', null)
    .where('followed_up_at', 'is', null)
    .where('begun_at', '<=', before)
    .orderBy('begun_at')
    .limit(MOST_AT_ONCE)
    .forUpdate()
    .skipLocked()
    .execute();
  const left: LeftRegistration[] = [];
  for (const row of rows) {
    const account = await accountOfAddress(tx, councilId, row);
    if (account) {
      const ended = { councilId, registrationId: row.id, ending: 'finished', accountId: account.id } as const;
      await endRegistration(tx, clock, ended);
      continue;
    }
    await noteFollowUp(tx, clock, councilId, row.id);
    left.push({ ...row, path: await registrationPath(tx, clock, councilId, row.id) });
  }
  return left;
}

async function noteFollowUp(tx: Tx, clock: Clock, councilId: string, id: string): Promise<void> {
  await tx
    .updateTable('account_registrations')
    .set({ followed_up_at: clock.now() })
    .where('council_id', '=', councilId)
    .where('id', '=', id)
    .execute();
}

/** Councils in which somebody has left a registration: the owner's question, across councils. */
export async function councilsWithLeft(tx: Tx, clock: Clock): Promise<string[]> {
  const before = new Date(clock.now().getTime() - LEFT_AFTER_MINUTES * 60_000);
  const rows = await tx
    .selectFrom('account_registrations')
    .select('council_id')
    .distinct()
    .where('ended_at', 'is', null)
    .where('followed_up_at', 'is', null)
    .where('begun_at', '<=', before)
    .execute();
  return rows.map(({ council_id }) => council_id);
}
