import type { Tx } from '#platform/db';
import { type CasePlace, placeColumns } from './case-place.ts';
import { caseService } from './case-service.ts';
import { atSamePlace } from './same-place.ts';

export interface OpenCaseAtPlace {
  id: string;
  reference: string;
  title: string;
  /** Set for a public service only: who reported a household's matter is shown to nobody here. */
  place: string | null;
  openedAt: Date;
  nextDueAt: Date | null;
  isPublic: boolean;
}

const MOST = 5;

/**
 * What is already open for this service at this place, newest first, to be shown before a duplicate is made
 * (contract, "Same place"). The door decides what a visitor may see of it: a private case only says that it exists.
 */
export async function openCasesAtPlace(
  tx: Tx,
  councilId: string,
  { service: slug, place }: { service: string; place: CasePlace },
): Promise<OpenCaseAtPlace[]> {
  const service = await caseService(tx, councilId, slug);
  const columns = placeColumns(place);
  if (!service) return [];
  const rows = await tx
    .selectFrom('cases')
    .select(['id', 'reference', 'title', 'place', 'opened_at', 'next_due_at', 'public_state'])
    .where('council_id', '=', councilId)
    .where('service_slug', '=', slug)
    .where('ended_at', 'is', null)
    .where((eb) => atSamePlace(eb, columns, service.place) ?? eb.lit(false))
    .orderBy('opened_at', 'desc')
    .limit(MOST)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    reference: row.reference,
    title: row.title,
    place: service.visibility === 'public' ? row.place : null,
    openedAt: row.opened_at,
    nextDueAt: row.next_due_at,
    isPublic: row.public_state === 'public',
  }));
}
