import { documentVersion } from '#modules/councils';
import type { Tx } from '#platform/db';
import { readDefinition } from './read-definition.ts';
import { serviceCatalogue } from './service-catalogue.ts';
import type { ServiceDefinition } from './service-schema.ts';

export interface ServiceVersion {
  readonly version: number;
  readonly service: ServiceDefinition;
}

// A version never changes, so what was read once stays right for the life of the process.
const known = new Map<string, ServiceDefinition>();
const MOST_KNOWN = 2_000;

/** The service of this slug as it is offered now; undefined where the council offers none. */
export async function currentService(tx: Tx, councilId: string, slug: string): Promise<ServiceVersion | undefined> {
  const { services } = await serviceCatalogue(tx, councilId);
  return services.get(slug);
}

/** The service as it stood in one version: a running case, draft or submission keeps the version that it began with. */
export async function serviceVersion(
  tx: Tx,
  councilId: string,
  slug: string,
  version: number,
): Promise<ServiceDefinition | undefined> {
  const key = `${councilId}/${slug}/${version}`;
  const kept = known.get(key);
  if (kept) return kept;
  const body = await documentVersion(tx, councilId, { kind: 'service', slug, version });
  if (body === undefined) return undefined;
  if (known.size >= MOST_KNOWN) known.clear();
  const service = readDefinition(body);
  known.set(key, service);
  return service;
}
