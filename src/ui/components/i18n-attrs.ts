import type { Attrs } from '../parts.ts';

/** A text by plural rule (CLDR): `{ one: '%{count} file', other: '%{count} files' }`. */
export type Plural = Readonly<Partial<Record<'zero' | 'one' | 'two' | 'few' | 'many' | 'other', string>>>;

/** Words for govuk-frontend's scripts, as the `data-i18n.*` attributes that they read. */
export function i18n(texts: Readonly<Record<string, string | Plural | undefined>>): Attrs {
  const attrs: Attrs = {};
  for (const [key, text] of Object.entries(texts)) {
    if (typeof text === 'string') attrs[`data-i18n.${key}`] = text;
    else for (const [rule, words] of Object.entries(text ?? {})) attrs[`data-i18n.${key}.${rule}`] = words;
  }
  return attrs;
}
