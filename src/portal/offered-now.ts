import { localDate } from '#modules/places';
import { isOffered, type ServiceDefinition } from '#modules/services';
import { HttpError } from '#platform/http/http-error';
import type { Directory } from './directory.ts';
import { sayDate } from './say-when.ts';

/**
 * Where to go for a service instead, because another took its place; null where it is offered on this day.
 * @throws HttpError 410 for one that ended with nothing in its place, 404 for one that has not begun
 */
export function insteadOf(service: ServiceDefinition, { config }: Directory, now: Date): string | null {
  const day = localDate(now, config.profile.zone);
  if (isOffered(service, day)) return null;
  const { from, until, replacedBy } = service.valid;
  if (from !== undefined && day < from) {
    throw new HttpError(404, `This service begins on ${sayDate(from)}. Search for what you need until then.`);
  }
  if (replacedBy !== undefined) return `/services/${replacedBy}`;
  throw new HttpError(410, `This service ended on ${sayDate(until ?? day)}. Search for what you need now.`);
}
