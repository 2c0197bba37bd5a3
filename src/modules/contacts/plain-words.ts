const MOST_CHARACTERS = 1_000;
/** Breaks, control characters, and marks that nobody sees and that turn the direction of writing or split words. */
const UNSEEN = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
const BREAKS = /[\p{Cc}\u2028\u2029\s]+/gu;
/** A dot that could stand inside the name of a web site: "evil.example", "evil。рф". */
const DOT_IN_NAME = /[.\u3002\uff0e\uff61](?=[\p{L}\p{M}\p{S}\p{Cf}])/gu;
const SCHEME = /:(?=\/\/)|(?<=\b(?:mailto|tel|sms|data|javascript)):(?=\S)/giu;
/** What GOV.UK Notify and mail readers take for a heading, a list, an inset or a quotation at the start of a line. */
const LINE_START = /^[\s#>*+^=•~-]+/u;
const LOOKALIKES: Record<string, string> = {
  '<': '‹',
  '>': '›',
  '[': '(',
  ']': ')',
  '*': '∗',
  '`': "'",
  '\\': '/',
  '{': '(',
  '}': ')',
};

/**
 * Words that somebody typed, as they may stand in a message: one line, no markup and nothing that a mail reader, a
 * telephone or GOV.UK Notify would turn into a link. What was meant stays readable: "evil.example" becomes "evil. example".
 *
 * @returns at most 1,000 characters; longer text ends in an ellipsis.
 */
export function plainWords(typed: string): string {
  const line = typed
    .normalize('NFC')
    .replace(UNSEEN, '')
    .replace(BREAKS, ' ')
    .replace(LINE_START, '')
    .replace(/[<>[\]{}*`\\]/g, (sign) => LOOKALIKES[sign] ?? '')
    .replace(/\({2,}/g, '(')
    .replace(/\){2,}/g, ')')
    .replace(SCHEME, ': ')
    .replace(DOT_IN_NAME, (dot) => `${dot} `)
    .trim();
  const characters = [...line];
  return characters.length <= MOST_CHARACTERS ? line : `${characters.slice(0, MOST_CHARACTERS - 1).join('')}…`;
}
