import { todayOf } from '#modules/cases';
import { isOffered, isReport, type ReportService, serviceCatalogue } from '#modules/services';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { Open311Error } from './open311-error.ts';

export interface PublicService {
  service: ReportService;
  version: number;
}

interface CouncilNow {
  id: string;
  revision: number;
}

/** The services of which reports are public and that are offered today, by name. Others do not exist here. */
export async function publicServices(tx: Tx, clock: Clock, { id, revision }: CouncilNow): Promise<PublicService[]> {
  const { services } = await serviceCatalogue(tx, id, revision);
  const today = await todayOf(tx, clock, id);
  return [...services.values()]
    .flatMap(({ service, version }) =>
      isReport(service) && service.visibility === 'public' && isOffered(service, today) ? [{ service, version }] : [],
    )
    .sort((a, b) => a.service.name.en.localeCompare(b.service.name.en));
}

/** The public service of a code. Throws 404 for one that is not there or not public: the answer is the same. */
export async function publicService(tx: Tx, clock: Clock, council: CouncilNow, code: string): Promise<PublicService> {
  const found = (await publicServices(tx, clock, council)).find(({ service }) => service.slug === code);
  if (!found)
    throw new Open311Error(404, `service_code was not found: ${code.slice(0, 100)}. GET services lists them.`);
  return found;
}
