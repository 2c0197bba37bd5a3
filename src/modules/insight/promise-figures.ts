import { sql } from 'kysely';
import type { LocalMonth } from '#platform/calendar';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';

/** A service with fewer promises than this in a month is counted with others: figures must not speak of one household. */
export const SMALLEST_SHOWN = 5;

/** What became of the promises that fell due. Each is in one of the five. */
export interface PromiseFigures {
  kept: number;
  missed: number;
  /** Another date was agreed before it was due. The new promise counts in its own month. */
  renegotiated: number;
  /** Not due yet, or waiting for the customer's answer. */
  open: number;
  /** Due, and not done by now. */
  overdue: number;
  /** Of those kept: the customer may still say that it is not fixed, and then it is missed. */
  mayChange: number;
}

export interface ServiceFigures extends PromiseFigures {
  /** Null: services that are too small to be shown alone, and promises of no one service. */
  service: string | null;
}

export interface PublishedMonth {
  month: string;
  asOf: Date;
  all: PromiseFigures;
  /** By slug of the service; together they are all. Empty where even all of them are too few to be shown. */
  services: ServiceFigures[];
}

/**
 * What a council promised for a month and what became of it, counted from the promises themselves. Nobody can type a
 * result in. Imported promises were another system's, and withdrawn ones fell away with what they were about: neither counts.
 *
 * @param month by the date on which each promise was due
 */
export async function promiseFigures(
  tx: Tx,
  clock: Clock,
  councilId: string,
  { month, from, to }: LocalMonth,
): Promise<PublishedMonth> {
  const now = clock.now();
  const { rows } = await sql<ServiceFigures>`
    select coalesce(c.service_slug, i.service_slug) as service,
      count(*) filter (where p.outcome = 'kept') as kept,
      count(*) filter (where p.outcome = 'kept' and p.provisional_until > ${now}) as "mayChange",
      count(*) filter (where p.outcome = 'missed') as missed,
      count(*) filter (where p.outcome = 'renegotiated') as renegotiated,
      count(*) filter (where p.outcome is null and (p.due_at >= ${now} or p.paused_at is not null)) as open,
      count(*) filter (where p.outcome is null and p.due_at < ${now} and p.paused_at is null) as overdue
    from promises p
    left join cases c on c.council_id = p.council_id and c.id = p.subject_id
    left join incidents i on i.council_id = p.council_id and i.id = p.subject_id
    where p.council_id = ${councilId} and p.due_at >= ${from} and p.due_at < ${to}
      and not p.is_imported and p.outcome is distinct from 'withdrawn'
    group by 1 order by 1`.execute(tx);
  const figures = rows.map((row) => ({ ...NONE, ...row }));
  return { month, asOf: now, all: figures.reduce<PromiseFigures>(add, NONE), services: withoutSmall(figures) };
}

const NONE: PromiseFigures = { kept: 0, missed: 0, renegotiated: 0, open: 0, overdue: 0, mayChange: 0 };

function add(one: PromiseFigures, other: PromiseFigures): PromiseFigures {
  return {
    kept: one.kept + other.kept,
    missed: one.missed + other.missed,
    renegotiated: one.renegotiated + other.renegotiated,
    open: one.open + other.open,
    overdue: one.overdue + other.overdue,
    mayChange: one.mayChange + other.mayChange,
  };
}

export const totalOf = ({ kept, missed, renegotiated, open, overdue }: PromiseFigures): number =>
  kept + missed + renegotiated + open + overdue;

/**
 * Put small services together. Where they are few even then, the next smallest joins them: otherwise what is left of the
 * sum would give them away.
 */
function withoutSmall(figures: readonly ServiceFigures[]): ServiceFigures[] {
  const bySize = [...figures].sort((one, other) => totalOf(one) - totalOf(other));
  const together = bySize.filter((one) => one.service === null || totalOf(one) < SMALLEST_SHOWN);
  const alone = bySize.filter((one) => !together.includes(one));
  while (together.length > 0 && totalOf(sum(together)) < SMALLEST_SHOWN) {
    const next = alone.shift();
    if (!next) return [];
    together.push(next);
  }
  const named = alone.sort((one, other) => ((one.service ?? '') < (other.service ?? '') ? -1 : 1));
  return together.length === 0 ? named : [...named, { ...sum(together), service: null }];
}

function sum(figures: readonly PromiseFigures[]): PromiseFigures {
  return figures.reduce<PromiseFigures>(add, NONE);
}
