import type { StaffActor } from '#modules/staff';
import { recordRead } from '#platform/audit';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { maySetUpAccounts } from './policy.ts';
import type { MadeHow } from './tables.ts';

export interface RegistrationRow {
  id: string;
  name: string;
  channel: 'email' | 'sms';
  address: string;
  madeHow: MadeHow;
  begunAt: Date;
  /** Codes asked for beside the first, and wrong ones typed: what went wrong for them. */
  sends: number;
  wrongCodes: number;
  followedUpAt: Date | null;
  /** The email did not help: somebody rings them. */
  isToCall: boolean;
}

const CALL_AFTER_HOURS = 24;
const MOST = 200;

/** Registrations that are open, those to be rung first, then the oldest. Null for staff who may not help with accounts. */
export async function registrationList(tx: Tx, clock: Clock, actor: StaffActor): Promise<RegistrationRow[] | null> {
  if (!maySetUpAccounts(actor)) return null;
  const rows = await openRows(tx, actor.councilId).orderBy('begun_at').limit(MOST).execute();
  const list = rows.map((row) => ({ ...row, isToCall: isToCall(clock, row.followedUpAt) }));
  const read = { act: 'account.registrations-read', subjectType: 'account-registration', subjectId: null };
  await recordRead(tx, clock, actor, { ...read, purpose: 'helping people to register' });
  return list.sort((a, b) => Number(b.isToCall) - Number(a.isToCall));
}

/** One open registration. */
export async function registrationOf(
  tx: Tx,
  clock: Clock,
  actor: StaffActor,
  id: string,
): Promise<RegistrationRow | null> {
  if (!maySetUpAccounts(actor)) return null;
  const row = await openRows(tx, actor.councilId).where('id', '=', id).executeTakeFirst();
  return row ? { ...row, isToCall: isToCall(clock, row.followedUpAt) } : null;
}

function openRows(tx: Tx, councilId: string) {
  return tx
    .selectFrom('account_registrations')
    .select(['id', 'name', 'channel', 'address', 'made_how as madeHow', 'begun_at as begunAt', 'sends'])
    .select(['wrong_codes as wrongCodes', 'followed_up_at as followedUpAt'])
    .where('council_id', '=', councilId)
    .where('ended_at', 'is', null);
}

function isToCall(clock: Clock, followedUpAt: Date | null): boolean {
  return followedUpAt !== null && clock.now().getTime() - followedUpAt.getTime() >= CALL_AFTER_HOURS * 3_600_000;
}
