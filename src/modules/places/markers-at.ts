import type { Actor } from '#modules/staff';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { type LocalDate, localDate } from './local-date.ts';
import { maySeeMarkers } from './policy.ts';

export interface MarkerView {
  id: string;
  what: string;
  evidence: string;
  /** False: proposed only, and nobody acts on it yet. */
  isInForce: boolean;
  reviewOn: LocalDate;
  endsOn: LocalDate;
}

interface MarkersOf {
  uprn: number;
  /** The council's time zone: a marker ends at the end of a local day. */
  zone: string;
}

/** The staff-safety markers of an address: those in force, and those waiting for approval. None for who may not see them. */
export async function markersAt(tx: Tx, clock: Clock, actor: Actor, { uprn, zone }: MarkersOf): Promise<MarkerView[]> {
  if (!maySeeMarkers(actor)) return [];
  const rows = await tx
    .selectFrom('address_markers')
    .select(['id', 'what', 'evidence', 'approved_at', 'review_on', 'ends_on'])
    .where('council_id', '=', actor.councilId)
    .where('uprn', '=', uprn)
    .where('ended_at', 'is', null)
    .where('ends_on', '>=', localDate(clock.now(), zone))
    .orderBy('proposed_at', 'desc')
    .execute();
  return rows.map(({ approved_at, review_on, ends_on, ...marker }) => ({
    ...marker,
    isInForce: approved_at !== null,
    reviewOn: review_on,
    endsOn: ends_on,
  }));
}
