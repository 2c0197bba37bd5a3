import { addCalendarDays } from '#platform/calendar';
import type { Tx } from '#platform/db';
import { caseRules } from './case-rules.ts';
import { caseService } from './case-service.ts';
import type { CaseRow } from './find-case.ts';

/** The midnight that ends the last day on which the customer can say "not fixed" to something done at `doneAt`. */
export async function notFixedUntil(tx: Tx, itsCase: CaseRow, doneAt: Date): Promise<Date> {
  const { council_id, service_slug, service_version } = itsCase;
  const service = await caseService(tx, council_id, service_slug, service_version);
  const { zone, notFixedDays } = await caseRules(tx, council_id, service);
  return addCalendarDays(zone, doneAt, notFixedDays);
}
