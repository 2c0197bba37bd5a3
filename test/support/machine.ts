import { createApiToken, type MachineRole } from '#modules/staff';
import { systemActor } from '#platform/actor';
import { inCouncil } from '#platform/db';
import type { TestApp } from './app.ts';

/** A token for a program of the demonstration council, or of another. */
export async function aToken(
  { deps, clock, councilId: estuary }: TestApp,
  role: MachineRole,
  councilId = estuary,
): Promise<string> {
  const command = { name: `test ${role}`, role };
  const made = await inCouncil(deps.db, councilId, (tx) => createApiToken(tx, clock, systemActor(councilId), command));
  if (!made.ok) throw new Error(made.refusal);
  return made.token;
}
