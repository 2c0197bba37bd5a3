import type { PublicRequestFilter } from '#modules/cases';
import { readReference } from '#platform/ids';
import { Open311Error } from './open311-error.ts';
import { instant, one, several, whole } from './read-query.ts';

const NINETY_DAYS = 90 * 86_400_000;
const MOST_AT_ONCE = 1_000;

/**
 * The filters of `GET requests`. Ids overrule all others, as the standard says; without them a span of 90 days is
 * answered at most: the last 90 unless dates are given. `updated_after` asks by change in place of by opening.
 */
export function requestFilter(query: unknown, now: Date): PublicRequestFilter {
  const page = whole(query, 'page', { least: 1, most: 10_000, otherwise: 1 });
  const size = one(query, 'page_size') === undefined ? 'limit' : 'page_size';
  const limit = whole(query, size, { least: 1, most: MOST_AT_ONCE, otherwise: MOST_AT_ONCE });
  const paging = { limit, offset: (page - 1) * limit };
  const ids = several(query, 'service_request_id', 200);
  if (ids) return { ...paging, references: ids.flatMap((id) => readReference(id) ?? []) };
  return {
    ...paging,
    services: several(query, 'service_code', 100),
    isOpen: isOpenOf(query),
    ...span(query, now),
  };
}

function isOpenOf(query: unknown): boolean | undefined {
  const wanted = several(query, 'status', 10)?.map((status) => status.toLowerCase());
  if (!wanted) return undefined;
  if (wanted.some((status) => status !== 'open' && status !== 'closed'))
    throw new Open311Error(400, 'status must be open, closed or both.');
  return wanted.includes('open') === wanted.includes('closed') ? undefined : wanted.includes('open');
}

function span(query: unknown, now: Date): Partial<PublicRequestFilter> {
  const updatedFrom = instant(query, 'updated_after');
  const updatedTo = instant(query, 'updated_before');
  const from = instant(query, 'start_date');
  const to = instant(query, 'end_date');
  const updated = { updatedFrom, updatedTo };
  if (updatedFrom && !from && !to) return updated;
  const openedTo = to ?? (from ? new Date(from.getTime() + NINETY_DAYS) : now);
  const openedFrom = from ?? new Date(openedTo.getTime() - NINETY_DAYS);
  if (openedFrom > openedTo) throw new Open311Error(400, 'start_date must be before end_date.');
  if (openedTo.getTime() - openedFrom.getTime() > NINETY_DAYS)
    throw new Open311Error(400, 'start_date and end_date must be within 90 days of each other.');
  return { ...updated, openedFrom, openedTo };
}
