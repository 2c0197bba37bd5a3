import { doubleMetaphone } from 'double-metaphone';

const TITLES = new Set(['mr', 'mrs', 'ms', 'miss', 'mx', 'dr', 'sir', 'lady', 'rev', 'prof', 'the', 'and', 'of']);
const MOST_WORDS = 8;
const MARKS = /\p{M}/gu;
const INSIDE_NAME = /['’`.]/gu;

/** The words of a name as we compare them: "Mrs Siân O'Brien-Jones" gives sian, obrien, jones. */
export function nameWords(name: string): string[] {
  const plain = name.normalize('NFKD').replace(MARKS, '').toLowerCase().replace(INSIDE_NAME, '');
  const words = plain.match(/\p{L}+/gu) ?? [];
  return words.filter((word) => !TITLES.has(word)).slice(0, MOST_WORDS);
}

/** How a word sounds, one or two ways ("smith" and "smyth" are both SM0 or XMT); empty for words not in Latin letters. */
export function soundsOf(word: string): string[] {
  const [first, second] = doubleMetaphone(word);
  return [...new Set([first, second])].filter((sound) => sound !== '');
}
