import type { AccountActor } from '#modules/accounts';
import { type CaseLine, caseLines } from '#modules/cases';
import { recordIdsOf } from '#modules/customers';
import type { Tx } from '#platform/db';

/** What belongs to the person of an account, over all records that are them. */
export interface Mine {
  customerIds: readonly string[];
  cases: readonly CaseLine[];
}

export async function whatsMine(tx: Tx, { councilId, clusterId }: AccountActor): Promise<Mine> {
  const customerIds = await recordIdsOf(tx, councilId, clusterId);
  const cases = await caseLines(tx, councilId, { customerIds });
  // What somebody asked for in another's name is that one's: it is seen through the right that they gave.
  return { customerIds, cases: cases.filter(({ roles }) => roles.some((role) => role !== 'helper')) };
}
