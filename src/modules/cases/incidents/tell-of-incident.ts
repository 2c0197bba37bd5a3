import { type MessageVariables, sendMessage } from '#modules/contacts';
import { councilConfig } from '#modules/councils';
import { describeDue, promisesOf } from '#modules/promises';
import { currentService } from '#modules/services';
import { systemActor } from '#platform/actor';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { enqueue } from '#platform/outbox';
import { findIncident, type IncidentRow } from './find-incident.ts';

/** So many members are told in one task; the rest have one of their own, so a storm's thousands do not wait in one. */
const BATCH = 100;
export const TELL_MEMBERS = 'cases.tell-incident-members';

/** One message for somebody who joined: what we know, and by when. Nothing where an adviser has said it already. */
export async function tellJoined(tx: Tx, clock: Clock, councilId: string, memberId: string): Promise<void> {
  const member = await tx
    .selectFrom('incident_members')
    .selectAll()
    .where('council_id', '=', councilId)
    .where('id', '=', memberId)
    .executeTakeFirst();
  const incident = member && (await findIncident(tx, councilId, member.incident_id));
  if (!incident || member.told_at || incident.ended_at) return;
  const promises = await promisesOf(tx, councilId, [incident.id]);
  const variables = await wordsOf(tx, clock, incident);
  await sendMessage(tx, clock, systemActor(councilId), {
    key: `incident:${member.id}`,
    template: 'incident',
    variables: { ...variables, reason: incident.message },
    to: { customerId: member.customer_id, name: member.name, email: member.email, phone: member.phone },
    serviceSlug: incident.service_slug,
    promiseIds: promises.filter(({ outcome }) => outcome === null).map(({ id }) => id),
    senderStaffId: incident.owner_id,
    replyTo: variables.inbox ?? null,
  });
}

/** It is over: tell a batch of those who joined, and queue the next. */
export async function tellOver(
  tx: Tx,
  clock: Clock,
  councilId: string,
  { incidentId, after }: { incidentId: string; after: string | null },
): Promise<void> {
  const incident = await findIncident(tx, councilId, incidentId);
  if (!incident?.ended_at) return;
  const members = await tx
    .selectFrom('incident_members')
    .selectAll()
    .where('council_id', '=', councilId)
    .where('incident_id', '=', incidentId)
    .$if(after !== null, (query) => query.where('id', '>', after ?? ''))
    .orderBy('id')
    .limit(BATCH)
    .execute();
  const variables = await wordsOf(tx, clock, incident);
  for (const member of members) {
    await sendMessage(tx, clock, systemActor(councilId), {
      key: `incident-over:${member.id}`,
      template: 'incident-over',
      variables: { ...variables, reason: incident.ending ?? '' },
      to: { customerId: member.customer_id, name: member.name, email: member.email, phone: member.phone },
      serviceSlug: incident.service_slug,
      senderStaffId: incident.owner_id,
      replyTo: variables.inbox ?? null,
    });
  }
  const last = members.at(-1);
  if (last && members.length === BATCH) {
    await enqueue(tx, TELL_MEMBERS, { councilId, incidentId, after: last.id }, { key: `${TELL_MEMBERS}:${last.id}` });
  }
}

async function wordsOf(tx: Tx, clock: Clock, incident: IncidentRow): Promise<MessageVariables> {
  const { profile } = await councilConfig(tx, incident.council_id);
  const service = await currentService(tx, incident.council_id, incident.service_slug);
  const team = await tx
    .selectFrom('teams')
    .select(['name', 'inbox'])
    .where('council_id', '=', incident.council_id)
    .where('id', '=', incident.team_id)
    .executeTakeFirstOrThrow();
  const promises = await promisesOf(tx, incident.council_id, [incident.id]);
  const open = promises.filter(({ outcome }) => outcome === null);
  const says = open.map(({ what, dueAt }) => `${what.en} ${describeDue(dueAt, profile.zone, clock.now())}.`);
  return {
    service: service?.service.name.en.toLowerCase() ?? incident.title,
    reference: incident.reference,
    place: 'your address',
    promise: says.join(' '),
    team: team.name,
    inbox: team.inbox,
    phone: profile.phone,
    officer: profile.name,
    officerTitle: '',
    track: `/services/${incident.service_slug}`,
  };
}
