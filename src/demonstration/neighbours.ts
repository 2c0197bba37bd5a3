import type { Tx } from '#platform/db';
import type { Chance } from './chance.ts';

export interface Home {
  uprn: number;
  line: string;
  house: string;
  postcode: string;
  lat: number;
  lon: number;
  ward_code: string | null;
}

/** Somebody of the demonstration. All are invented; numbers come from the range that Ofcom keeps free for fiction. */
export interface Neighbour {
  name: string;
  email: string | null;
  phone: string | null;
  home: Home;
  /** Set when an adviser has put them on record. */
  customerId: string | null;
}

const GIVEN =
  'Amira Ben Chidi Dora Ewan Farah George Hana Isaac Joy Kofi Lena Milan Nora Oscar Pia Ravi Sofia Tomasz Uma Victor Wendy Yan Zara'.split(
    ' ',
  );
const FAMILY =
  'Abara Bright Cole Dimitrov Ellis Farooq Green Hughes Iqbal Jensen Khan Lawal Morris Novak Okoro Pereira'.split(' ');

interface Resident {
  name: string;
  email?: string | undefined;
  phone?: string | undefined;
  postcode: string;
}

/** The residents of the council's folder first, then invented neighbours, each at an address of the demonstration. */
export async function neighboursOf(
  tx: Tx,
  chance: Chance,
  { councilId, residents, howMany }: { councilId: string; residents: readonly Resident[]; howMany: number },
): Promise<Neighbour[]> {
  const homes = await homesOf(tx, councilId);
  const known = residents.flatMap(({ name, email, phone, postcode }) => {
    const home = homes.find((one) => one.postcode === postcode) ?? chance.pick(homes);
    return home ? [{ name, email: email ?? null, phone: phone ?? null, home, customerId: null }] : [];
  });
  const others = Array.from({ length: howMany }, (_, index) => invented(chance, index, homes));
  return [...known, ...others.filter((one) => one !== null)];
}

async function homesOf(tx: Tx, councilId: string): Promise<Home[]> {
  return tx
    .selectFrom('addresses')
    .select(['uprn', 'line', 'house', 'postcode', 'lat', 'lon', 'ward_code'])
    .where('council_id', '=', councilId)
    .where('ended_at', 'is', null)
    .orderBy('uprn')
    .execute();
}

function invented(chance: Chance, index: number, homes: readonly Home[]): Neighbour | null {
  const home = chance.pick(homes);
  const given = GIVEN[index % GIVEN.length] ?? '';
  const family = FAMILY[(index * 7 + Math.floor(index / GIVEN.length)) % FAMILY.length] ?? '';
  if (!home) return null;
  const name = `${given} ${family}`;
  const email = chance.is(0.75) ? `${given}.${family}${index}@mail.example`.toLowerCase() : null;
  const phone = chance.is(0.7) || email === null ? `07700 900${String(100 + index).padStart(3, '0')}` : null;
  return { name, email, phone, home, customerId: null };
}
