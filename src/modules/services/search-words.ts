/** Words that stand in every sentence and tell no service from another. */
const EMPTY_WORDS = new Set(
  `a about all an and any are as at be been but by can cannot could did do does for from get got had has have help her
   here his how i if im in is it its ive me my need of on or our out please report she so some that the their
   them there they this to up us want was we what when where which who why will with would you your`.split(/\s+/),
);

/** The words of a text that can be searched for, as they were typed: small letters, no accents, no empty words. */
export function typedWordsOf(text: string): string[] {
  return plain(text)
    .split(' ')
    .filter((word) => word.length > 1 && !EMPTY_WORDS.has(word));
}

/** The same, one form of each word. */
const wordsOf = (text: string): string[] => typedWordsOf(text).map(stemOf);

/** A text as it is said, so that a whole phrase can be recognised. */
export const phraseOf = (text: string): string => wordsOf(text).join(' ');

function plain(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/['’\p{M}]/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** One form for "bin" and "bins", "collect" and "collected", "cleaning" and "clean". Good enough for a directory. */
export function stemOf(word: string): string {
  if (word.length > 5 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (word.length > 5 && /(ing|ion)$/.test(word)) return undouble(word.slice(0, -3));
  if (word.length > 4 && word.endsWith('ed')) return undouble(word.slice(0, -2));
  if (word.length > 4 && /(ches|shes|sses|xes)$/.test(word)) return word.slice(0, -2);
  if (word.length > 3 && word.endsWith('s') && !word.endsWith('ss')) return word.slice(0, -1);
  return word;
}

/** "dripp" to "drip", but "call" stays. */
const undouble = (stem: string): string => (/([bdgmnprt])\1$/.test(stem) ? stem.slice(0, -1) : stem);
