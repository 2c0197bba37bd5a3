import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { newId } from '#platform/ids';
import type { CodeAddress } from './read-address.ts';
import type { MadeHow } from './tables.ts';

interface BeginRegistration extends CodeAddress {
  councilId: string;
  name: string;
  madeHow: MadeHow;
  /** The member of staff who helps. */
  begunBy?: string | null;
  /** The one before it, where the person found that its address was mistyped. */
  replaces?: string | null;
}

/**
 * Note that somebody has begun to register, so that they are not lost when no message reaches them. Begun twice with
 * one address, it is one registration.
 */
export async function beginRegistration(tx: Tx, clock: Clock, begun: BeginRegistration): Promise<string> {
  const { councilId, name, channel, address, madeHow, begunBy = null, replaces = null } = begun;
  if (replaces) await endRegistration(tx, clock, { councilId, registrationId: replaces, ending: 'replaced' });
  const { id } = await tx
    .insertInto('account_registrations')
    .values({
      council_id: councilId,
      id: newId(clock),
      name,
      channel,
      address,
      made_how: madeHow,
      begun_by: begunBy,
      begun_at: clock.now(),
    })
    .onConflict((conflict) =>
      conflict
        .columns(['council_id', 'address'])
        .where('ended_at', 'is', null)
        .doUpdateSet((eb) => ({ name: eb.ref('excluded.name') })),
    )
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

interface EndRegistration {
  councilId: string;
  registrationId: string;
  ending: 'finished' | 'not-wanted' | 'replaced' | 'not-reached';
  accountId?: string;
  endedBy?: string;
}

/** True where it was open until now: of two who end it, one does. */
export async function endRegistration(
  tx: Tx,
  clock: Clock,
  { councilId, registrationId, ending, accountId, endedBy }: EndRegistration,
): Promise<boolean> {
  const ended = await tx
    .updateTable('account_registrations')
    .set({ ended_at: clock.now(), ending, account_id: accountId ?? null, ended_by: endedBy ?? null })
    .where('council_id', '=', councilId)
    .where('id', '=', registrationId)
    .where('ended_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return ended !== undefined;
}

/** The open registration of an address, with the name that was given. */
export function openRegistration(tx: Tx, councilId: string, address: string) {
  return tx
    .selectFrom('account_registrations')
    .select(['id', 'name', 'made_how', 'begun_by'])
    .where('council_id', '=', councilId)
    .where('address', '=', address)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
}
