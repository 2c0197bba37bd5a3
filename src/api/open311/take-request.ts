import { openCase } from '#modules/cases';
import { recordContact } from '#modules/contacts';
import { councilConfig } from '#modules/councils';
import { localDate, whoServes } from '#modules/places';
import type { MachineActor } from '#modules/staff';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { Open311Error } from './open311-error.ts';
import { type PostedPlace, postedAnswers, postedDescription, postedParty, postedPlace } from './posted-request.ts';
import { publicService } from './public-services.ts';
import { mediaLinks, queueMedia } from './queue-media.ts';
import { one } from './read-query.ts';

interface Posted {
  council: { id: string; revision: number };
  fields: Readonly<Record<string, readonly string[]>>;
}

/**
 * Open a case from another site's report, with the contact that it came by; its photos are fetched later. A client that
 * sends its own id (`attribute[fixmystreet_id]`) may send the report again: it is the same case.
 */
export async function takeRequest(
  tx: Tx,
  clock: Clock,
  actor: MachineActor,
  { council, fields }: Posted,
): Promise<{ reference: string; caseId: string }> {
  const code = one(fields, 'service_code');
  if (code === undefined) throw new Open311Error(400, 'service_code is missing. GET services lists them.');
  const { service, version } = await publicService(tx, clock, council, code);
  const { profile } = await councilConfig(tx, council.id, council.revision);
  const place = postedPlace(fields);
  await checkOurs(tx, profile.districts, place);
  const links = mediaLinks(fields);
  const answers = postedAnswers(fields, service, localDate(clock.now(), profile.zone));
  const parties = postedParty(fields);
  const theirs = one(fields, 'attribute[fixmystreet_id]')?.slice(0, 200);
  const opened = await openCase(tx, clock, actor, {
    service: service.slug,
    serviceVersion: version,
    channel: 'machine',
    answers,
    place,
    parties,
    description: postedDescription(fields),
    ...(theirs !== undefined && { source: { name: `open311/${actor.id}`, id: theirs } }),
  });
  if (!opened.ok) throw new Open311Error(400, opened.message);
  if (!opened.isNew) return opened;
  const [party] = parties;
  await recordContact(tx, clock, actor, {
    channel: 'machine',
    direction: 'in',
    handled: 'automatic',
    givenName: party?.name,
    givenEmail: party?.email,
    givenPhone: party?.phone,
    questions: [{ act: 'report', reason: service.contactReason, serviceSlug: service.slug, caseId: opened.caseId }],
  });
  await queueMedia(tx, actor, { caseId: opened.caseId, links });
  return opened;
}

/** A point in a neighbour's area is theirs: the answer says whose, so that the client can send it there. */
async function checkOurs(tx: Tx, districts: readonly string[], { lat, lon }: PostedPlace): Promise<void> {
  if (lat === null || lon === null) return;
  const serves = await whoServes(tx, districts, { point: { lat, lon } });
  if (serves.inside === false)
    throw new Open311Error(400, `This place is in ${serves.district.name}, which is not this council's area.`);
}
