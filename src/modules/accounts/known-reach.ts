import { customerReaches } from '#modules/customers';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import type { CodeAddress } from './read-address.ts';

/** Somebody who got into a record today must not be able to send themselves the way into the account. */
const KNOWN_FOR_DAYS = 7;

/** Whether an address has been on this person's record for a while. */
export async function knownReach(
  tx: Tx,
  clock: Clock,
  councilId: string,
  { clusterId, to }: { clusterId: string; to: CodeAddress },
): Promise<boolean> {
  const before = clock.now().getTime() - KNOWN_FOR_DAYS * 86_400_000;
  const reaches = await customerReaches(tx, councilId, clusterId);
  return reaches.some(({ key, since }) => key === to.address && since.getTime() <= before);
}
