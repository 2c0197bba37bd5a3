import { type Actor, may } from '#modules/staff';
import { recordRead } from '#platform/audit';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { readReference } from '#platform/ids';
import { type IncidentView, incidentRows, wasWritten, withPromises } from './open-incidents.ts';
import '../tables.ts';

export interface IncidentMember {
  id: string;
  at: Date;
  name: string | null;
  customerId: string | null;
  /** Line of the address, where one joined. */
  address: string | null;
  /** Reference of the case that belongs to it, where one does. */
  caseReference: string | null;
  contactId: string | null;
  /** Somebody told them, or a provider took the message. */
  isTold: boolean;
}

export interface OneIncident extends IncidentView {
  people: IncidentMember[];
  /** Where the next page of people begins; null on the last. */
  next: string | null;
}

export type OneIncidentResult =
  | { ok: true; incident: OneIncident }
  | { ok: false; refusal: 'not-found' | 'not-allowed' };

const PAGE = 50;

/**
 * One incident whole: what it is, what was promised and said, who joined, the latest first. Who joined is shown to those
 * who may see customers, and their reading is written down.
 *
 * @param command.before id of the member at which the page before ended
 */
export async function oneIncident(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  command: { incident: string; before?: string | null },
): Promise<OneIncidentResult> {
  if (!may(actor, 'see-cases')) return { ok: false, refusal: 'not-allowed' };
  const reference = readReference(command.incident);
  if (reference === null) return { ok: false, refusal: 'not-found' };
  const rows = await incidentRows(tx, actor.councilId).where('i.reference', '=', reference).execute();
  const [view] = await withPromises(tx, actor.councilId, rows);
  if (!view) return { ok: false, refusal: 'not-found' };
  const of = { council_id: actor.councilId, id: view.id };
  const people = may(actor, 'see-customers') ? await membersOf(tx, of, command.before ?? null) : [];
  const about = { subjectType: 'incident', subjectId: view.id, purpose: 'working an incident' };
  await recordRead(tx, clock, actor, { act: 'incident.read', ...about });
  const next = people.length > PAGE ? (people[PAGE - 1]?.id ?? null) : null;
  return { ok: true, incident: { ...view, people: people.slice(0, PAGE), next } };
}

function membersOf(tx: Tx, incident: { council_id: string; id: string }, before: string | null) {
  return tx
    .selectFrom('incident_members as m')
    .leftJoin('customers as k', (join) =>
      join.onRef('k.council_id', '=', 'm.council_id').onRef('k.id', '=', 'm.customer_id'),
    )
    .leftJoin('addresses as a', (join) =>
      join.onRef('a.council_id', '=', 'm.council_id').onRef('a.uprn', '=', 'm.uprn'),
    )
    .leftJoin('cases as c', (join) => join.onRef('c.council_id', '=', 'm.council_id').onRef('c.id', '=', 'm.case_id'))
    .select((eb) => eb.fn.coalesce('k.name', 'm.name').as('name'))
    .select((eb) => eb.or([eb('m.told_at', 'is not', null), wasWritten]).as('isTold'))
    .select(['m.id', 'm.at', 'm.customer_id as customerId', 'm.contact_id as contactId'])
    .select(['a.line as address', 'c.reference as caseReference'])
    .where('m.council_id', '=', incident.council_id)
    .where('m.incident_id', '=', incident.id)
    .$if(before !== null, (query) => query.where('m.id', '<', before ?? ''))
    .orderBy('m.id', 'desc')
    .limit(PAGE + 1)
    .$castTo<IncidentMember>()
    .execute();
}
