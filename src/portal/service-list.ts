import type { ServiceCatalogue, ServiceDefinition } from '#modules/services';

const lists = new WeakMap<ServiceCatalogue, readonly ServiceDefinition[]>();

/** The services in force as one list, the same list for as long as the council's revision stands. */
export function serviceList(catalogue: ServiceCatalogue): readonly ServiceDefinition[] {
  const kept = lists.get(catalogue);
  if (kept) return kept;
  const made = [...catalogue.services.values()].map(({ service }) => service);
  lists.set(catalogue, made);
  return made;
}
