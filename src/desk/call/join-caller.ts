import { joinIncident, type MatchedIncident } from '#modules/cases';
import { addQuestion } from '#modules/contacts';
import { phoneKey, reachableBy } from '#modules/customers';
import { promisesOf, tellPromises } from '#modules/promises';
import { fieldOf } from '#platform/http/read-form';
import type { Errors, Values } from '#ui';
import { incidentKey } from '../../portal/report/incident-at-place.ts';
import { placeOf } from '../../portal/report/place-of.ts';
import { type Call, type CallAnswer, callPath, refusedCall } from './call.ts';
import { knownIncident } from './known-incident.ts';
import { keep } from './on-report.ts';
import { dropReport } from './pick-service.ts';
import type { TakenFacts } from './taken-facts.ts';

/** What the caller says to it: one of the many whom it met; or theirs is another matter, and the report goes on. */
export async function answerIncident(call: Call, report: TakenFacts): Promise<CallAnswer> {
  const incident = await knownIncident(report);
  if (!incident)
    return { errors: { call: 'That incident is over, or the place is another now. Go on with the report' } };
  if (fieldOf(call.form, 'incident') === 'other') {
    await keep(report, { told: [...report.state.told, incidentKey(incident)] });
    return { to: `${callPath(call.contact.id)}#call-script` };
  }
  return await joinCaller(call, report, incident);
}

async function joinCaller(call: Call, report: TakenFacts, incident: MatchedIncident): Promise<CallAnswer> {
  const { tx, deps, actor, contact } = call;
  const who = await whoCalls(call);
  if ('errors' in who) return who;
  const joined = await joinIncident(tx, deps.clock, actor, {
    incident: incident.id,
    contactId: contact.id,
    uprn: placeOf(report)?.uprn ?? null,
    ...who,
    wasTold: true,
  });
  if (!joined.ok) return { errors: { call: 'They could not be added. Ask your manager to look at the incident' } };
  await tellPromise(call, incident);
  const { slug, contactReason } = report.service;
  const about = { contactId: contact.id, serviceSlug: slug, reason: contactReason, incidentId: incident.id };
  const asked = await addQuestion(tx, deps.clock, actor, { ...about, act: 'report' });
  if (!asked.ok) return refusedCall(asked.refusal);
  await dropReport(call);
  return { to: callPath(contact.id) };
}

/** What the adviser has said is told, in this contact (contract, "Told"). */
async function tellPromise({ tx, deps, actor, contact }: Call, { id }: MatchedIncident): Promise<void> {
  const promises = await promisesOf(tx, actor.councilId, [id]);
  const promiseIds = promises.filter(({ outcome, toldAt }) => outcome === null && toldAt === null).map((one) => one.id);
  await tellPromises(tx, deps.clock, actor, { promiseIds, at: deps.clock.now(), contactId: contact.id });
}

type Who = { customerId: string | null; name: string; email: string | null; phone: string | null };

/** The customer of the contact; or what the caller gave, so that they hear when it is over. */
async function whoCalls({ tx, actor, contact, form }: Call): Promise<Who | { errors: Errors; values: Values }> {
  const ways = contact.customerId ? await reachableBy(tx, actor.councilId, contact.customerId) : null;
  if (ways) return { customerId: ways.customerId, name: ways.name, email: ways.email, phone: ways.mobile };
  const [name = '', email = '', phone = ''] = JOIN_FIELDS.map((field) => oneLine(fieldOf(form, field)));
  const values = { 'join-name': name, 'join-email': email, 'join-phone': phone };
  if (email !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) {
    return { errors: { 'join-email': 'Enter an email address like name@example.com' }, values };
  }
  if (phone !== '' && phoneKey(phone) === null) {
    return { errors: { 'join-phone': 'Enter a phone number with its area code, like 01375 123456' }, values };
  }
  return { customerId: null, name, email, phone };
}

const JOIN_FIELDS = ['join-name', 'join-email', 'join-phone'] as const;
const LONGEST = 200;

function oneLine(typed: string): string {
  return typed
    .replace(/\p{Cc}+/gu, ' ')
    .trim()
    .slice(0, LONGEST);
}
