import { localDate } from '#modules/places';
import { isOffered, type ServiceCatalogue, type ServiceDefinition } from '#modules/services';
import type { Directory } from './directory.ts';

interface ListOfDay {
  day: string;
  services: readonly ServiceDefinition[];
}

const lists = new WeakMap<ServiceCatalogue, ListOfDay>();

/** The services that are offered now as one list, the same list for as long as the day and the council's revision stand. */
export function serviceList({ config, catalogue }: Directory, now: Date): readonly ServiceDefinition[] {
  const day = localDate(now, config.profile.zone);
  const kept = lists.get(catalogue);
  if (kept?.day === day) return kept.services;
  const services = [...catalogue.services.values()]
    .map(({ service }) => service)
    .filter((service) => isOffered(service, day));
  lists.set(catalogue, { day, services });
  return services;
}
