import { type CaseFacts, caseFacts, todayOf } from '#modules/cases';
import { councilConfig, type Destination } from '#modules/councils';
import { destinationsFor, isTransaction, serviceVersion } from '#modules/services';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { newId } from '#platform/ids';
import './tables.ts';
import { wakeDestination } from './wake-destination.ts';

interface Begin {
  councilId: string;
  caseId: string;
  eventId?: string;
}

/**
 * A case was accepted: a row for each destination that its service and its answers call for, and each destination woken,
 * in one transaction. The version of the service that the case was opened under decides. Run again it adds nothing.
 *
 * @returns the slugs of the destinations that were new to the case
 */
export async function beginHandOvers(tx: Tx, clock: Clock, { councilId, caseId, eventId }: Begin): Promise<string[]> {
  const facts = await caseFacts(tx, councilId, caseId);
  if (!facts) return [];
  const { service_slug: slug, service_version: version } = facts.row;
  const service = await serviceVersion(tx, councilId, slug, version);
  const today = await todayOf(tx, clock, councilId);
  const wanted = service && isTransaction(service) ? destinationsFor(service, facts.answers, today) : [];
  if (wanted.length === 0) return [];
  const { destinations } = await councilConfig(tx, councilId);
  const begun: string[] = [];
  for (const one of wanted) {
    const destination = destinations.get(one);
    // A destination that left the council's folder since takes nothing any more.
    if (!destination || !(await insertHandOver(tx, clock, facts, destination))) continue;
    begun.push(one);
    await wakeDestination(tx, clock, { councilId, destination: one, eventId });
  }
  return begun;
}

/** @returns its id; undefined where the case goes there already */
export async function insertHandOver(
  tx: Tx,
  clock: Clock,
  { row }: Pick<CaseFacts, 'row'>,
  { slug, kind }: Destination,
): Promise<string | undefined> {
  const now = clock.now();
  const inserted = await tx
    .insertInto('hand_overs')
    .values({
      council_id: row.council_id,
      id: newId(clock),
      case_id: row.id,
      submission_id: row.submission_id,
      service_slug: row.service_slug,
      service_version: row.service_version,
      destination: slug,
      kind,
      made_at: now,
      updated_at: now,
      next_at: now,
    })
    .onConflict((conflict) => conflict.columns(['council_id', 'case_id', 'destination']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return inserted?.id;
}
