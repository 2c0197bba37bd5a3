/** Written in full, so that "12 Elm Rd." and "12 ELM ROAD" are one line. Only where the word ends the line. */
const STREET_WORDS: ReadonlyMap<string, string> = new Map([
  ['AVE', 'AVENUE'],
  ['AV', 'AVENUE'],
  ['CL', 'CLOSE'],
  ['CRES', 'CRESCENT'],
  ['CT', 'COURT'],
  ['DR', 'DRIVE'],
  ['GDNS', 'GARDENS'],
  ['GRN', 'GREEN'],
  ['GR', 'GROVE'],
  ['HSE', 'HOUSE'],
  ['LN', 'LANE'],
  ['PDE', 'PARADE'],
  ['PL', 'PLACE'],
  ['RD', 'ROAD'],
  ['SQ', 'SQUARE'],
  ['ST', 'STREET'],
  ['TER', 'TERRACE'],
  ['WLK', 'WALK'],
  ['WY', 'WAY'],
]);

/** Different words for a home within a building. */
const FLAT = /\b(?:APARTMENT|APPARTMENT|APT|FLT)\b/g;
const NUMBER_SIGN = /\b(?:(?:NO|NUMBER)\s+)+(?=\d)/g;
/** Longer than any line of the Postcode Address File; the rest of a pasted page is not an address. */
const MAX_LINE = 300;

/**
 * An address line in the one form that is compared and searched, never shown: upper case, no accents or punctuation,
 * single spaces, street words in full. "Flat 2, 14 Elm Rd." gives "FLAT 2 14 ELM ROAD". Doing it twice changes nothing.
 */
export function normaliseAddressLine(line: string): string {
  const words = plain(line.slice(0, MAX_LINE)).replace(FLAT, 'FLAT').replace(NUMBER_SIGN, '').split(' ');
  const last = words.at(-1) ?? '';
  return [...words.slice(0, -1), STREET_WORDS.get(last) ?? last].join(' ').trim();
}

function plain(line: string): string {
  return line
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/['’.]/g, '')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
