import { sql } from 'kysely';
import type { CostSet } from '#modules/councils';
import type { Tx } from '#platform/db';
import { priceContact } from './price-contact.ts';

export interface JourneyLine {
  contactId: string;
  at: Date;
  channel: string;
  direction: 'in' | 'out';
  handled: 'person' | 'automatic';
  /** What it was about, as seen from this case: report, chase, new-fact … or the moment of a message. */
  acts: string[];
  avoidableCause: string | null;
  /** The missed promise that made somebody chase. */
  causePromiseId: string | null;
  /** The whole cost of the contact, also where it was about other cases too; null where the set has no price. */
  pence: number | null;
  /** The other cases that this contact was about. */
  sharedWith: string[];
}

export interface Total {
  /** The sum of the prices that are known, each contact counted once. */
  pence: number;
  /** False where a contact has no price in the set. */
  isComplete: boolean;
  contacts: number;
  avoidableContacts: number;
}

export interface Journey {
  caseId: string;
  lines: JourneyLine[];
  total: Total;
}

/**
 * Every contact about a case, oldest first, priced from one set of unit costs. Jobs cost nothing here: a job sheet inside
 * Frontdoor is not the internal email that the strategies priced (domain-rules, "Prices"); `cases` lists them beside.
 */
export async function journey(
  tx: Tx,
  councilId: string,
  caseId: string,
  costSet: Pick<CostSet, 'prices'>,
): Promise<Journey> {
  const rows = await tx
    .selectFrom('contact_questions as q')
    .innerJoin('contacts as c', (join) =>
      join.onRef('c.council_id', '=', 'q.council_id').onRef('c.id', '=', 'q.contact_id'),
    )
    .select(['c.id', 'c.started_at', 'c.channel', 'c.direction', 'c.handled'])
    .select([
      sql<string[]>`array_agg(coalesce(q.act, q.reason) order by q.position)`.as('acts'),
      sql<
        string | null
      >`(array_agg(q.avoidable_cause order by q.position) filter (where q.avoidable_cause is not null))[1]`.as('cause'),
      sql<
        string | null
      >`(array_agg(q.cause_promise_id order by q.position) filter (where q.cause_promise_id is not null))[1]`.as(
        'cause_promise_id',
      ),
      sql<
        string[]
      >`coalesce((select array_agg(distinct o.case_id) from contact_questions o where o.council_id = c.council_id
        and o.contact_id = c.id and o.case_id <> ${caseId}), '{}')`.as('shared_with'),
    ])
    .where('q.council_id', '=', councilId)
    .where('q.case_id', '=', caseId)
    .groupBy(['c.council_id', 'c.id'])
    .orderBy('c.started_at')
    .orderBy('c.id')
    .execute();
  const lines = rows.map((row) => ({
    contactId: row.id,
    at: row.started_at,
    channel: row.channel,
    direction: row.direction,
    handled: row.handled,
    acts: row.acts,
    avoidableCause: row.cause,
    causePromiseId: row.cause_promise_id,
    pence: priceContact(row, costSet),
    sharedWith: row.shared_with,
  }));
  return { caseId, lines, total: totalOf([{ lines }]) };
}

/** Add journeys up. A contact that is in several of them is counted once. */
export function totalOf(journeys: readonly Pick<Journey, 'lines'>[]): Total {
  const once = new Map(journeys.flatMap(({ lines }) => lines).map((line) => [line.contactId, line]));
  const lines = [...once.values()];
  return {
    pence: lines.reduce((sum, { pence }) => sum + (pence ?? 0), 0),
    isComplete: lines.every(({ pence }) => pence !== null),
    contacts: lines.length,
    avoidableContacts: lines.filter(({ avoidableCause }) => avoidableCause !== null).length,
  };
}
