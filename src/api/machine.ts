import { type MachineActor, machineOfToken } from '#modules/staff';
import { inCouncil } from '#platform/db';
import type { Deps } from '#platform/deps';

/** The program behind a token, bound to this council; null for any other. */
export function machineBehind(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  councilId: string,
  token: string,
): Promise<MachineActor | null> {
  return inCouncil(db, councilId, (tx) => machineOfToken(tx, clock, councilId, token));
}
