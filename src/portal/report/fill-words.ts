const VARIABLE = /\{\{\s*(\w+)\s*\}\}/g;

/** Fill a council's sentence in. What is not known leaves no braces behind. */
export function fillWords(sentence: string, values: Readonly<Record<string, string | undefined>>): string {
  return sentence
    .replace(VARIABLE, (_, name: string) => values[name] ?? '')
    .replace(/\s+([.,])/g, '$1')
    .replace(/ {2,}/g, ' ');
}
