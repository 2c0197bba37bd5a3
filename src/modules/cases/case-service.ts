import type { Question } from '#modules/questions';
import { currentService, isTransaction, questionsOf, serviceVersion, type Transaction } from '#modules/services';
import type { Tx } from '#platform/db';

/** One version of a service that becomes a case: who owns it, which jobs and promises it makes, who may see it. */
export type CaseService = Transaction & { readonly version: number; readonly questions: readonly Question[] };

/** The service as the case was opened under it, or as it stands now. Nothing where it is not one that becomes a case. */
export async function caseService(
  tx: Tx,
  councilId: string,
  slug: string,
  version?: number,
): Promise<CaseService | undefined> {
  const wanted = version === undefined ? await currentService(tx, councilId, slug) : undefined;
  const service = version === undefined ? wanted?.service : await serviceVersion(tx, councilId, slug, version);
  if (!service || !isTransaction(service)) return undefined;
  return { ...service, questions: [...questionsOf(service)], version: version ?? wanted?.version ?? 0 };
}
