import { english } from '#modules/councils';
import { doerSlug, type ServiceDefinition } from '#modules/services';
import type { Directory } from '../directory.ts';

/** The team or partner that answers for a service, by name. */
export function ownerName({ owner }: ServiceDefinition, { config }: Directory): string {
  const slug = doerSlug(owner);
  const found = config.teams.get(slug) ?? config.partners.get(slug);
  return found ? english(found.name) : config.profile.name;
}
