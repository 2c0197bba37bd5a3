import type { FastifyRequest } from 'fastify';
import { accountOf, clustersFor } from '#modules/accounts';
import { isPartyOf } from '#modules/cases';
import { recordIdsOf } from '#modules/customers';
import { inCouncil } from '#platform/db';
import type { Deps } from '#platform/deps';
import { isProven } from './proof.ts';

/** Whether this reader may see all of a case: after a second fact, or because it is theirs or that of somebody who lets them see it. */
export async function mayReadAll(request: FastifyRequest, deps: Deps, caseId: string): Promise<boolean> {
  if (isProven(request, deps, caseId)) return true;
  const account = accountOf(request);
  if (!account) return false;
  const { councilId } = account;
  return inCouncil(deps.db, councilId, async (tx) => {
    const customerIds: string[] = [];
    for (const clusterId of await clustersFor(tx, deps.clock, account, 'see')) {
      customerIds.push(...(await recordIdsOf(tx, councilId, clusterId)));
    }
    return isPartyOf(tx, councilId, { caseId, customerIds });
  });
}
