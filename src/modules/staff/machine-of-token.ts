import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { hashToken } from '#platform/ids';
import { MACHINE_ROLES, type MachineActor, type MachineRole } from './actor.ts';
import './tables.ts';

/** The program behind a bearer token of this council, or null: unknown, of another council, expired, revoked. */
export async function machineOfToken(
  tx: Tx,
  clock: Clock,
  councilId: string,
  token: string,
): Promise<MachineActor | null> {
  const row = await tx
    .selectFrom('api_tokens')
    .select(['id', 'name', 'role'])
    .where('council_id', '=', councilId)
    .where('token_hash', '=', hashToken(token))
    .where('revoked_at', 'is', null)
    .where((eb) => eb.or([eb('expires_at', 'is', null), eb('expires_at', '>', clock.now())]))
    .executeTakeFirst();
  if (!row || !isMachineRole(row.role)) return null;
  return { type: 'machine', councilId, id: row.id, name: row.name, role: row.role };
}

function isMachineRole(role: string): role is MachineRole {
  return (MACHINE_ROLES as readonly string[]).includes(role);
}
