import type { Tx } from '#platform/db';
import { publicPhotos } from './public-photos.ts';
import './tables.ts';

/** A report of a public service as anybody may read it: no person, no address, and only the text that was published. */
export interface PublicRequest {
  reference: string;
  serviceSlug: string;
  serviceName: string;
  /** Null while nobody has looked at it. */
  text: string | null;
  ending: string | null;
  openedAt: Date;
  updatedAt: Date;
  dueAt: Date | null;
  lat: number | null;
  lon: number | null;
  /** The first one that was cleared for everybody. */
  photoId: string | null;
}

export interface PublicRequestFilter {
  /** Whoever knows a reference may follow it, also while its text waits for review. */
  references?: readonly string[] | undefined;
  services?: readonly string[] | undefined;
  isOpen?: boolean | undefined;
  openedFrom?: Date | undefined;
  openedTo?: Date | undefined;
  updatedFrom?: Date | undefined;
  updatedTo?: Date | undefined;
  limit: number;
  offset: number;
}

/** Reports of public services, newest first, by the index `cases_public`. */
export async function publicRequests(tx: Tx, councilId: string, filter: PublicRequestFilter): Promise<PublicRequest[]> {
  if (filter.references?.length === 0) return [];
  const rows = await filtered(tx, councilId, filter)
    .orderBy('opened_at', 'desc')
    .orderBy('id', 'desc')
    .limit(filter.limit)
    .offset(filter.offset)
    .execute();
  const shown = rows.filter(({ public_state }) => public_state === 'public').map(({ id }) => id);
  const photos = await publicPhotos(tx, councilId, shown);
  return rows.map((row) => ({
    reference: row.reference,
    serviceSlug: row.service_slug,
    serviceName: row.title,
    text: row.public_state === 'public' ? row.public_text : null,
    ending: row.ended_at === null ? null : row.ending,
    openedAt: row.opened_at,
    updatedAt: row.updated_at,
    dueAt: row.next_due_at,
    lat: row.lat,
    lon: row.lon,
    photoId: photos.get(row.id)?.[0]?.id ?? null,
  }));
}

function filtered(tx: Tx, councilId: string, filter: PublicRequestFilter) {
  const { references, services, isOpen, openedFrom, openedTo, updatedFrom, updatedTo } = filter;
  let query = tx
    .selectFrom('cases')
    .select(['id', 'reference', 'service_slug', 'title', 'public_text', 'public_state', 'ending', 'ended_at'])
    .select(['opened_at', 'updated_at', 'next_due_at', 'lat', 'lon'])
    .where('council_id', '=', councilId);
  query = references
    ? query.where('reference', 'in', [...references]).where('public_state', 'in', ['public', 'to-review'])
    : query.where('public_state', '=', 'public');
  if (services) query = query.where('service_slug', 'in', [...services]);
  if (isOpen !== undefined) query = query.where('ended_at', isOpen ? 'is' : 'is not', null);
  if (openedFrom) query = query.where('opened_at', '>=', openedFrom);
  if (openedTo) query = query.where('opened_at', '<=', openedTo);
  if (updatedFrom) query = query.where('updated_at', '>=', updatedFrom);
  if (updatedTo) query = query.where('updated_at', '<=', updatedTo);
  return query;
}
