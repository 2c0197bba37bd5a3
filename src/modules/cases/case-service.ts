import { currentService, isReport, type ReportService, serviceVersion } from '#modules/services';
import type { Tx } from '#platform/db';

/** One version of a service that can be reported: who owns it, which jobs and promises it makes, who may see it. */
export type CaseService = ReportService & { readonly version: number };

/** The service as the case was opened under it, or as it stands now. Nothing where it is not one that can be reported. */
export async function caseService(
  tx: Tx,
  councilId: string,
  slug: string,
  version?: number,
): Promise<CaseService | undefined> {
  const wanted = version === undefined ? await currentService(tx, councilId, slug) : undefined;
  const service = version === undefined ? wanted?.service : await serviceVersion(tx, councilId, slug, version);
  if (!service || !isReport(service)) return undefined;
  return { ...service, version: version ?? wanted?.version ?? 0 };
}
