import { isOffered } from '#modules/services';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { type CaseService, caseService } from './case-service.ts';
import { paperRefusal } from './paper-day.ts';
import { todayOf } from './today-of.ts';

interface Begun {
  councilId: string;
  slug: string;
  /** The version that a form was begun under; what was begun in time may be sent after the service has ended. */
  version?: number | undefined;
  /** The day on which it came on paper, where staff type it in: the service must have been offered then. */
  receivedOn?: string | undefined;
}

type Found = { ok: true; service: CaseService } | { ok: false; message: string };

/** The service that a new case is opened under: the one that its form was begun with, or the current one where it is offered today. */
export async function begunService(
  tx: Tx,
  clock: Clock,
  { councilId, slug, version, receivedOn }: Begun,
): Promise<Found> {
  const service = await caseService(tx, councilId, slug, version);
  if (!service) return { ok: false, message: `There is nothing to report under ${slug}.` };
  const today = await todayOf(tx, clock, councilId);
  if (receivedOn !== undefined) {
    const refusal = paperRefusal(service, { day: receivedOn, today });
    return refusal
      ? { ok: false, message: `${slug} takes nothing that came on ${receivedOn}.` }
      : { ok: true, service };
  }
  if (version !== undefined || isOffered(service, today)) return { ok: true, service };
  const { replacedBy } = service.valid;
  const instead = replacedBy === undefined ? '' : ` Use ${replacedBy}.`;
  return { ok: false, message: `${slug} is not offered today.${instead}` };
}
