import type { Tx } from '#platform/db';
import { prepared } from '#platform/prepared';
import './tables.ts';
import { type HandOverState, NOT_ARRIVED } from './words.ts';

export const HAND_OVER_FILTERS = [
  'all',
  'not-arrived',
  'attention',
  'waiting',
  'delivered',
  'answered',
  'failed',
  'given-up',
  'stopped',
] as const;
export type HandOverFilter = (typeof HAND_OVER_FILTERS)[number];

export interface HandOverKey {
  madeAt: Date;
  id: string;
}

interface Wanted {
  filter: HandOverFilter;
  destination?: string | undefined;
  before?: HandOverKey | undefined;
  limit: number;
}

/** A hand-over as a line of a list. */
export interface HandOverLine {
  id: string;
  caseId: string;
  reference: string;
  title: string;
  destination: string;
  kind: string;
  state: HandOverState;
  madeAt: Date;
  updatedAt: Date;
  nextAt: Date | null;
  attempts: number;
  lastError: string | null;
  deliveredAt: Date | null;
  deliveredHow: 'automatic' | 'by-hand' | null;
  externalReference: string | null;
  result: string | null;
  attention: string | null;
}

/** Hand-overs newest first, a page at a time by key. */
export function handOverList(tx: Tx, councilId: string, { filter, destination, before, limit }: Wanted) {
  let query = lines(tx, councilId).orderBy('h.made_at', 'desc').orderBy('h.id', 'desc').limit(limit);
  if (filter === 'not-arrived') query = query.where('h.state', 'in', NOT_ARRIVED);
  else if (filter === 'attention') query = query.where('h.attention', 'is not', null);
  else if (filter !== 'all') query = query.where('h.state', '=', filter);
  if (destination !== undefined) query = query.where('h.destination', '=', destination);
  if (before)
    query = query.where((eb) => eb(eb.refTuple('h.made_at', 'h.id'), '<', eb.tuple(before.madeAt, before.id)));
  return query.execute();
}

/** Where one case went, in the order in which its service names the destinations. */
export function handOversOfCase(tx: Tx, councilId: string, caseId: string): Promise<HandOverLine[]> {
  return selectOfCase.all(tx, { councilId, caseId });
}

const selectOfCase = prepared((tx, { councilId, caseId }: { councilId: string; caseId: string }) =>
  lines(tx, councilId).where('h.case_id', '=', caseId).orderBy('h.id'),
);

export function lines(tx: Tx, councilId: string) {
  return tx
    .selectFrom('hand_overs as h')
    .innerJoin('cases as c', (join) => join.onRef('c.council_id', '=', 'h.council_id').onRef('c.id', '=', 'h.case_id'))
    .select([
      'h.id',
      'h.case_id as caseId',
      'c.reference',
      'c.title',
      'h.destination',
      'h.kind',
      'h.state',
      'h.attempts',
    ])
    .select(['h.made_at as madeAt', 'h.updated_at as updatedAt', 'h.next_at as nextAt', 'h.last_error as lastError'])
    .select(['h.delivered_at as deliveredAt', 'h.delivered_how as deliveredHow', 'h.result', 'h.attention'])
    .select('h.external_reference as externalReference')
    .where('h.council_id', '=', councilId);
}
