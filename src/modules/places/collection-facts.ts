import { sql } from 'kysely';
import { z } from 'zod';
import type { Tx } from '#platform/db';
import type { Moves, Rhythm } from './collection-dates.ts';
import { addDays, type LocalDate } from './local-date.ts';
import { LEFT_REASONS, ROUND_DAY_STATES } from './tables.ts';

/** Longer than four weeks, the longest rhythm: the last collection and its days are always among what is read. */
const DAYS_BACK = 35;

const dateOrNull = z.iso.date().nullable();
const instantOrNull = z.iso.datetime({ offset: true }).transform(toDate).nullable();
const days = z.array(
  z.object({
    on: z.iso.date(),
    state: z.enum(ROUND_DAY_STATES),
    movedTo: dateOrNull,
    finishedAt: instantOrNull,
    note: z.string().nullable(),
  }),
);
const left = z.array(
  z.object({
    on: z.iso.date(),
    kind: z.enum(LEFT_REASONS),
    at: z.iso.datetime({ offset: true }).transform(toDate),
    note: z.string().nullable(),
    scope: z.enum(['address', 'street']),
  }),
);

/** All that is known of one container at one address: its round, what the crew reported, and where it was left. */
export interface CollectionFacts {
  container: string;
  assisted: boolean;
  round: { slug: string; name: string; outBy: string; usuallyDone: string };
  rhythm: Rhythm;
  days: z.output<typeof days>;
  left: z.output<typeof left>;
}

interface At {
  councilId: string;
  uprn: number;
}

interface Row {
  container: string;
  assisted: boolean;
  slug: string;
  name: string;
  out_by: string;
  usually_done: string;
  every_weeks: number;
  first_on: string;
  days: unknown;
  left_here: unknown;
  left_near: unknown;
}

/** One statement for every container of an address, with the crew's reports of the last five weeks and all moves ahead. */
export async function collectionFacts(tx: Tx, { councilId, uprn }: At, today: LocalDate): Promise<CollectionFacts[]> {
  const since = addDays(today, -DAYS_BACK);
  const { rows } = await sql<Row>`
    select c.container, c.assisted, r.slug, r.name, r.out_by, r.usually_done, r.every_weeks, r.first_on,
      (select coalesce(jsonb_agg(jsonb_build_object('on', d.on_date, 'state', d.state, 'movedTo', d.moved_to,
          'finishedAt', d.finished_at, 'note', d.note)), '[]')
        from round_days d
        where d.council_id = ${councilId} and d.round_slug = c.round_slug and d.on_date >= ${since}) as days,
      (select coalesce(jsonb_agg(jsonb_build_object('on', e.on_date, 'kind', e.kind, 'at', e.at, 'note', e.note,
          'scope', 'address') order by e.at desc), '[]')
        from round_events e
        where e.council_id = ${councilId} and e.uprn = c.uprn and e.on_date >= ${since} and e.withdrawn_at is null
          and (e.container is null or e.container = c.container)) as left_here,
      (select coalesce(jsonb_agg(jsonb_build_object('on', e.on_date, 'kind', e.kind, 'at', e.at, 'note', e.note,
          'scope', 'street') order by e.at desc), '[]')
        from round_events e
        where e.council_id = ${councilId} and e.uprn is null and e.round_slug = c.round_slug and e.on_date >= ${since}
          and e.withdrawn_at is null and (e.container is null or e.container = c.container)
          and e.street = a.street_key) as left_near
    from address_collections c
    join addresses a on a.council_id = c.council_id and a.uprn = c.uprn
    join rounds r on r.council_id = c.council_id and r.slug = c.round_slug
    where c.council_id = ${councilId} and c.uprn = ${uprn} and c.since <= ${today}
      and (c.until is null or c.until > ${today})
    order by c.container`.execute(tx);
  return rows.map(factsOf);
}

function factsOf(row: Row): CollectionFacts {
  return {
    container: row.container,
    assisted: row.assisted,
    round: { slug: row.slug, name: row.name, outBy: row.out_by, usuallyDone: row.usually_done },
    rhythm: { everyWeeks: row.every_weeks, first: row.first_on },
    days: days.parse(row.days),
    left: [...left.parse(row.left_here), ...left.parse(row.left_near)],
  };
}

/** Where days of a round went that were moved. */
export function movesOf({ days }: CollectionFacts): Moves {
  return new Map(days.flatMap(({ on, movedTo }) => (movedTo === null ? [] : [[on, movedTo] as const])));
}

function toDate(text: string): Date {
  return new Date(text);
}
