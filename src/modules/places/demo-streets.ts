// Names made of marsh birds and plain landscape words; the streets do not exist. 44 x 12 gives each postcode its own.
const FIRST = [
  'Avocet Bittern Bulrush Bunting Cormorant Crake Curlew Dabchick Dunlin Eelgrass Egret Fieldfare',
  'Gadwall Garganey Godwit Goldeneye Grebe Greenshank Harrier Heronry Kittiwake Knot Lapwing Larkmere',
  'Merganser Moorhen Oystercatcher Pintail Plover Pochard Redshank Reedmace Ruff Samphire Sanderling',
  'Shelduck Shoveler Snipe Teal Turnstone Whimbrel Wigeon Wagtail Warbler',
].flatMap((line) => line.split(' '));
const SECOND = ['Way', 'Reach', 'Rise', 'Bank', 'Walk', 'Drift', 'Lea', 'Strand', 'Mead', 'Row', 'Hythe', 'Turn'];

/** How many postcodes can have a street name of their own. */
export const INVENTED_STREETS = FIRST.length * SECOND.length;

/** The invented street with this number, from 0 up to `INVENTED_STREETS`: neighbours in number differ in both words. */
export function inventedStreet(index: number): string {
  const first = FIRST[index % FIRST.length] ?? '';
  const round = Math.floor(index / FIRST.length);
  return `${first} ${SECOND[((index % FIRST.length) + round) % SECOND.length] ?? ''}`;
}

const POST_TOWNS: readonly [pattern: RegExp, town: string][] = [
  [/^IG11 /, 'Barking'],
  [/^SS17 /, 'Stanford-le-Hope'],
  [/^RM(8|9|10) /, 'Dagenham'],
  [/^RM(11|12) /, 'Hornchurch'],
  [/^RM13 /, 'Rainham'],
  [/^RM14 /, 'Upminster'],
  [/^RM15 /, 'South Ockendon'],
  [/^RM(16|17|20) /, 'Grays'],
  [/^RM18 /, 'Tilbury'],
  [/^RM19 /, 'Purfleet'],
];

/** The post town of a postcode of RM, IG11 or SS17. */
export function postTown(postcode: string): string {
  return POST_TOWNS.find(([pattern]) => pattern.test(postcode))?.[1] ?? 'Romford';
}
