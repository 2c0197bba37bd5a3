import { isOffered } from '#modules/services';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { type CaseService, caseService } from './case-service.ts';
import { todayOf } from './today-of.ts';

interface Begun {
  councilId: string;
  slug: string;
  /** The version that a form was begun under; what was begun in time may be sent after the service has ended. */
  version?: number | undefined;
}

type Found = { ok: true; service: CaseService } | { ok: false; message: string };

/** The service that a new case is opened under: the one that its form was begun with, or the current one where it is offered today. */
export async function begunService(tx: Tx, clock: Clock, { councilId, slug, version }: Begun): Promise<Found> {
  const service = await caseService(tx, councilId, slug, version);
  if (!service) return { ok: false, message: `There is nothing to report under ${slug}.` };
  if (version !== undefined || isOffered(service, await todayOf(tx, clock, councilId))) return { ok: true, service };
  const { replacedBy } = service.valid;
  const instead = replacedBy === undefined ? '' : ` Use ${replacedBy}.`;
  return { ok: false, message: `${slug} is not offered today.${instead}` };
}
