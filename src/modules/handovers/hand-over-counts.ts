import type { Tx } from '#platform/db';
import './tables.ts';
import { HAND_OVER_STATES, type HandOverState } from './words.ts';

export interface DestinationCounts {
  destination: string;
  states: Readonly<Record<HandOverState, number>>;
  /** Those that a person must look at. */
  attention: number;
  /** When the oldest of those that wait was accepted. */
  oldest: Date | null;
  /** Until when it is left alone, and why, after failing too often in a row. */
  rest: { until: Date; lastError: string | null } | null;
}

/** How every destination that was ever used stands, by slug. */
export async function handOverCounts(tx: Tx, councilId: string, now: Date): Promise<DestinationCounts[]> {
  const rows = await tx
    .selectFrom('hand_overs as h')
    .leftJoin('hand_over_rests as r', (join) =>
      join.onRef('r.council_id', '=', 'h.council_id').onRef('r.destination', '=', 'h.destination'),
    )
    .select(({ fn, eb }) => [
      'h.destination',
      'h.state',
      'r.rest_until',
      'r.last_error',
      fn.countAll<number>().as('count'),
      fn.count<number>('h.attention').as('attention'),
      fn.min(eb.case().when('h.state', '=', 'waiting').then(eb.ref('h.made_at')).end()).as('oldest'),
    ])
    .where('h.council_id', '=', councilId)
    .groupBy(['h.destination', 'h.state', 'r.rest_until', 'r.last_error'])
    .orderBy('h.destination')
    .execute();
  return [...new Set(rows.map(({ destination }) => destination))].map((destination) => {
    const own = rows.filter((row) => row.destination === destination);
    const [first] = own;
    const until = first?.rest_until ?? null;
    return {
      destination,
      states: countsOf(own),
      attention: own.reduce((sum, { attention }) => sum + attention, 0),
      oldest: own.find(({ state }) => state === 'waiting')?.oldest ?? null,
      rest: until && until > now ? { until, lastError: first?.last_error ?? null } : null,
    };
  });
}

function countsOf(rows: readonly { state: HandOverState; count: number }[]): DestinationCounts['states'] {
  const counts = HAND_OVER_STATES.map((state) => [state, rows.find((row) => row.state === state)?.count ?? 0] as const);
  return Object.fromEntries(counts) as DestinationCounts['states'];
}
