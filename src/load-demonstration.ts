import { type LoadedCouncil, loadCouncil, readCouncilFolder } from '#modules/folders';
import { defineRounds, loadDemoAddresses, loadNationalPlaces, type RoundPlan } from '#modules/places';
import { systemActor } from '#platform/actor';
import { asOwner, type Tx } from '#platform/db';
import type { Deps } from '#platform/deps';
import { checkBrand } from '#ui';

type Council = Extract<Awaited<ReturnType<typeof readCouncilFolder>>, { ok: true }>['council'];

/** The council that a fresh Frontdoor shows (contract: demonstration council). */
const DEMONSTRATION = 'councils/estuary';

/** Lay down the demonstration council: its folder, its people, invented addresses on real postcodes. Twice does nothing. */
export async function loadDemonstration(deps: Pick<Deps, 'db' | 'clock'>): Promise<void> {
  const council = await readFolder(DEMONSTRATION);
  await asOwner(deps.db, async (tx) => {
    await loadNationalPlaces(tx, deps.clock);
    const councilId = await putInForce(tx, deps, council, true);
    const plan = {
      districts: council.profile.districts,
      rounds: council.rounds.map(roundPlan),
      include: council.residents.map(({ postcode }) => postcode),
    };
    await loadDemoAddresses(tx, deps.clock, systemActor(councilId), plan);
  });
}

/** Put a council's folder in force without people or addresses: how a real council is loaded. */
export async function loadFolder(deps: Pick<Deps, 'db' | 'clock'>, dir: string): Promise<string> {
  const council = await readFolder(dir);
  return asOwner(deps.db, async (tx) => {
    await loadNationalPlaces(tx, deps.clock);
    return putInForce(tx, deps, council, false);
  });
}

async function readFolder(dir: string): Promise<Council> {
  const read = await readCouncilFolder(dir, { referenceDir: 'reference', checkBrand });
  if (read.ok) return read.council;
  throw new Error(`${dir} has ${read.problems.length} problems: "frontdoor councils check ${dir}" lists them`);
}

async function putInForce(
  tx: Tx,
  { clock }: Pick<Deps, 'clock'>,
  council: Council,
  withPeople: boolean,
): Promise<string> {
  const loaded = await loadCouncil(tx, clock, { name: 'Frontdoor' }, { council, withPeople });
  if (!loaded.ok) throw new Error(refusalOf(loaded));
  await defineRounds(tx, systemActor(loaded.councilId), council.rounds.map(roundPlan));
  return loaded.councilId;
}

function refusalOf({ edited }: Extract<LoadedCouncil, { ok: false }>): string {
  const names = edited.map(({ kind, slug }) => `${kind} "${slug}"`).join(', ');
  return `The folder was not loaded: ${names} was changed at the desk since. Take the change into the folder first.`;
}

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

function roundPlan(round: Council['rounds'][number]): RoundPlan {
  return { ...round, name: round.name.en, weekday: WEEKDAYS.indexOf(round.day) + 1 };
}
