import { type CouncilConfig, councilConfig } from '#modules/councils';
import { type ServiceCatalogue, serviceCatalogue } from '#modules/services';
import type { Tx } from '#platform/db';

/** All that the council has written about itself and what it offers, as public pages show it. */
export interface Directory {
  readonly config: CouncilConfig;
  readonly catalogue: ServiceCatalogue;
}

/** @param council of the request: its revision says whether what is kept in the process is still current. */
export async function directoryOf(tx: Tx, council: { id: string; revision: number }): Promise<Directory> {
  const config = await councilConfig(tx, council.id, council.revision);
  const catalogue = await serviceCatalogue(tx, council.id, council.revision);
  return { config, catalogue };
}
