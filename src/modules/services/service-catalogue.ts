import { ByRevision, currentDocuments } from '#modules/councils';
import type { Tx } from '#platform/db';
import { readDefinition } from './read-definition.ts';
import type { ServiceDefinition } from './service-schema.ts';
import type { Standard } from './standard-schema.ts';

/** Everything that a council offers now, with the version that a new case would be opened under. */
export interface ServiceCatalogue {
  readonly services: ReadonlyMap<string, { version: number; service: ServiceDefinition }>;
  readonly standards: ReadonlyMap<string, { version: number; standard: Standard }>;
}

const catalogues = new ByRevision(readCatalogue);

/**
 * The services and standards in force, kept in the process until the council's revision changes.
 *
 * @param revision where the caller has just read it, as with the council of a request
 */
export function serviceCatalogue(tx: Tx, councilId: string, revision?: number): Promise<ServiceCatalogue> {
  return catalogues.get(tx, councilId, revision);
}

async function readCatalogue(tx: Tx, councilId: string): Promise<ServiceCatalogue> {
  const documents = await currentDocuments(tx, councilId, ['service', 'standard']);
  const ofKind = (wanted: string) => documents.filter(({ kind }) => kind === wanted);
  return {
    services: new Map(
      ofKind('service').map(({ slug, version, body }) => [slug, { version, service: readDefinition(body) }]),
    ),
    standards: new Map(
      ofKind('standard').map(({ slug, version, body }) => [slug, { version, standard: body as Standard }]),
    ),
  };
}
