import { z } from 'zod';

/** Languages that a council may write its words in (ISO 639-1). English is always there. */
export const LANGUAGES = ['en', 'cy', 'bn', 'lt', 'pl', 'pa', 'ro', 'uk', 'ur'] as const;
export type Language = (typeof LANGUAGES)[number];

/** A text that somebody reads: never empty, no blanks around it. */
export const textSchema = z.string().trim().min(1);

const byLanguage = z.strictObject({
  en: textSchema,
  cy: textSchema.optional(),
  bn: textSchema.optional(),
  lt: textSchema.optional(),
  pl: textSchema.optional(),
  pa: textSchema.optional(),
  ro: textSchema.optional(),
  uk: textSchema.optional(),
  ur: textSchema.optional(),
});

/** Words in one or more languages. In a file a plain text is short for `{ en: … }`. */
export const wordsSchema = z.preprocess((value) => (typeof value === 'string' ? { en: value } : value), byLanguage);
export type Words = z.output<typeof wordsSchema>;

/** The words in the language asked for, or in English where nobody has translated them yet. */
export function inLanguage(words: Words, language: Language = 'en'): string {
  return words[language] ?? words.en;
}

/** The English words; most screens for staff have no other language. */
export const english = (words: Words): string => words.en;
