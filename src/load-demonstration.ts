import { type Council, type LoadedCouncil, loadCouncil, readCouncilFolder, roundPlans } from '#modules/folders';
import { loadDemoAddresses, loadNationalPlaces } from '#modules/places';
import { systemActor } from '#platform/actor';
import { asOwner } from '#platform/db';
import type { Deps } from '#platform/deps';
import { checkBrand } from '#ui';

/** The council that a fresh Frontdoor shows (contract: demonstration council). */
const DEMONSTRATION = 'councils/estuary';

/**
 * Lay down the demonstration council: its folder, its people, invented addresses on real postcodes. Twice does nothing.
 *
 * @returns what an operator should know: the council was changed at the desk since, so what is in force stays so; or null
 */
export async function loadDemonstration({ db, clock }: Pick<Deps, 'db' | 'clock'>): Promise<string | null> {
  const council = await readFolder(DEMONSTRATION);
  return asOwner(db, async (tx) => {
    await loadNationalPlaces(tx, clock);
    const loaded = await loadCouncil(tx, clock, { name: 'Frontdoor' }, { council, withPeople: true });
    if (!loaded.ok) return refusalOf(loaded);
    const plan = {
      districts: council.profile.districts,
      rounds: roundPlans(council),
      include: council.residents.map(({ postcode }) => postcode),
    };
    await loadDemoAddresses(tx, clock, systemActor(loaded.councilId), plan);
    return null;
  });
}

/** Give the demonstration council its past weeks, where it has none. The queue's tasks must be wired. */
export async function loadLife(deps: Deps): Promise<void> {
  const { residents, profile } = await readFolder(DEMONSTRATION);
  const council = await asOwner(deps.db, (tx) =>
    tx.selectFrom('councils').select('id').where('slug', '=', profile.slug).executeTakeFirst(),
  );
  if (!council) return;
  // Loaded where it is needed: no process that is past its first start carries it.
  const { bringToLife } = await import('./demonstration/index.ts');
  await bringToLife(deps, { councilId: council.id, residents });
}

async function readFolder(dir: string): Promise<Council> {
  const read = await readCouncilFolder(dir, { checkBrand });
  if (read.ok) return read.council;
  throw new Error(`${dir} has ${read.problems.length} problems: "frontdoor councils check ${dir}" lists them`);
}

function refusalOf({ edited }: Extract<LoadedCouncil, { ok: false }>): string {
  const names = edited.map(({ kind, slug }) => `${kind} "${slug}"`).join(', ');
  return `The folder of the demonstration was not loaded again: ${names} was changed at the desk since.`;
}
