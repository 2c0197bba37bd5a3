import type { CaseRow } from '#modules/cases';
import { type DecisionDefinition, isApplication, serviceVersion } from '#modules/services';
import type { Tx } from '#platform/db';

/** How the cases of this service are decided, under the version that the case was opened with. Null: they are not. */
export async function definitionOf(
  tx: Tx,
  itsCase: Pick<CaseRow, 'council_id' | 'service_slug' | 'service_version'>,
): Promise<DecisionDefinition | null> {
  const { council_id, service_slug, service_version } = itsCase;
  const service = await serviceVersion(tx, council_id, service_slug, service_version);
  return service && isApplication(service) ? service.decision : null;
}
