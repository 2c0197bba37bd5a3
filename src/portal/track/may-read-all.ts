import type { FastifyRequest } from 'fastify';
import { accountOf } from '#modules/accounts';
import { isPartyOf } from '#modules/cases';
import { recordIdsOf } from '#modules/customers';
import { inCouncil } from '#platform/db';
import type { Deps } from '#platform/deps';
import { isProven } from './proof.ts';

/** Whether this reader may see all of a case: after a second fact, or because it stands in the account they are signed in to. */
export async function mayReadAll(request: FastifyRequest, deps: Deps, caseId: string): Promise<boolean> {
  if (isProven(request, deps, caseId)) return true;
  const account = accountOf(request);
  if (!account) return false;
  const { councilId, clusterId } = account;
  return inCouncil(deps.db, councilId, async (tx) =>
    isPartyOf(tx, councilId, { caseId, customerIds: await recordIdsOf(tx, councilId, clusterId) }),
  );
}
