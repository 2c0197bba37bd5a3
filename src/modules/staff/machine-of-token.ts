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
    .select(['id', 'name', 'role', 'last_used_at'])
    .where('council_id', '=', councilId)
    .where('token_hash', '=', hashToken(token))
    .where('revoked_at', 'is', null)
    .where((eb) => eb.or([eb('expires_at', 'is', null), eb('expires_at', '>', clock.now())]))
    .executeTakeFirst();
  if (!row || !isMachineRole(row.role)) return null;
  await stampUse(tx, clock, councilId, row);
  return { type: 'machine', councilId, id: row.id, name: row.name, role: row.role };
}

/** At most once a minute: a write for every request would cost more than it tells. */
const STAMP_EVERY_MS = 60_000;

interface Used {
  id: string;
  last_used_at: Date | null;
}

async function stampUse(tx: Tx, clock: Clock, councilId: string, { id, last_used_at }: Used): Promise<void> {
  const now = clock.now();
  if (last_used_at && now.getTime() - last_used_at.getTime() < STAMP_EVERY_MS) return;
  await tx
    .updateTable('api_tokens')
    .set({ last_used_at: now })
    .where('council_id', '=', councilId)
    .where('id', '=', id)
    .execute();
}

function isMachineRole(role: string): role is MachineRole {
  return (MACHINE_ROLES as readonly string[]).includes(role);
}
