import { loadCouncil, readCouncilFolder } from '#modules/folders';
import { serviceSchema } from '#modules/services';
import { asOwner } from '#platform/db';
import type { TestApp } from './app.ts';
import { RULES } from './council-check.ts';

/** Put one more service into the demonstration council of a test, or another version of one that it has. */
export async function withService({ deps, clock }: TestApp, definition: unknown): Promise<void> {
  const read = await readCouncilFolder('councils/estuary', RULES);
  if (!read.ok) throw new Error('the demonstration council has problems');
  const service = serviceSchema.parse(definition);
  const others = read.council.services.filter(({ slug }) => slug !== service.slug);
  const council = { ...read.council, services: [...others, service] };
  const loaded = await asOwner(deps.db, (tx) =>
    loadCouncil(tx, clock, { name: 'a test' }, { council, withPeople: true }),
  );
  if (!loaded.ok) throw new Error(loaded.refusal);
}
