import { type PaperRefusal, paperRefusal, todayOf } from '#modules/cases';
import { english } from '#modules/councils';
import { sayDate } from '#modules/questions';
import { currentService, isTransaction, type ServiceDefinition } from '#modules/services';
import { fieldOf } from '#platform/http/read-form';
import { type Call, type CallAnswer, refusedCall } from './call.ts';
import { beginForm } from './pick-service.ts';
import { receivedField } from './received-field.ts';

/**
 * Type in what came on paper for a service that has ended meanwhile. It counts from the day on which it reached us, which
 * whoever types it says; what came after the last day belongs to what took its place.
 */
export async function typePaper(call: Call): Promise<CallAnswer> {
  const { tx, deps, actor, contact, form } = call;
  if (contact.endedAt) return refusedCall('already-ended');
  const current = await currentService(tx, actor.councilId, fieldOf(form, 'paper-of'));
  if (!current || !isTransaction(current.service)) return { errors: { q: 'That service has no form. Choose another' } };
  const { service, version } = current;
  const field = receivedField(service);
  const day = fieldOf(form, field).trim();
  const refusal = paperRefusal(service, { day, today: await todayOf(tx, deps.clock, actor.councilId) });
  if (refusal) return { errors: { [field]: wordsFor(refusal, service) }, values: { [field]: day } };
  return await beginForm(call, { slug: service.slug, version, receivedOn: day });
}

function wordsFor(refusal: PaperRefusal, service: ServiceDefinition): string {
  const { from, until } = service.valid;
  if (refusal === 'no-day') return 'Enter the day on which we received it';
  if (refusal === 'to-come') return 'Enter today or an earlier day';
  const end = until === undefined ? '' : ` to ${sayDate(until)}`;
  const time = from === undefined ? `until ${sayDate(until ?? '')}` : `from ${sayDate(from)}${end}`;
  return `${english(service.name)} was offered ${time}. What came on another day cannot be typed in under it: use what took its place`;
}
