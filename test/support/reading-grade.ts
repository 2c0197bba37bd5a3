/**
 * Flesch-Kincaid grade: the school year (of the United States) in which a text can be read; add five for the age.
 * Kincaid and others, 1975: 0.39 words a sentence + 11.8 syllables a word - 15.59.
 */
export function readingGrade(text: string): number {
  const sentences = text.split(/[.!?:]+\s|[.!?:]+$/).filter((part) => /\p{L}/u.test(part));
  const words = text.match(/\p{L}[\p{L}'’-]*/gu) ?? [];
  if (words.length === 0 || sentences.length === 0) return 0;
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word.toLowerCase()), 0);
  return 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59;
}

/** Groups of vowels, less a silent e: right for nine words in ten. */
function syllablesOf(word: string): number {
  const spoken = word.replace(/(?:[^laeiouy]es|ed|[^laeiouy]e)$/, '');
  return Math.max(1, spoken.match(/[aeiouy]{1,2}/g)?.length ?? 1);
}
