/** What we say to someone whose postcode we cannot read: one message for every door. */
export const POSTCODE_MESSAGES = {
  missing: 'Enter a postcode',
  partial: 'Enter the whole postcode, like RM17 5AA',
  'not-a-postcode': 'Enter a postcode in the United Kingdom, like RM17 5AA',
} as const;

export type PostcodeRefusal = keyof typeof POSTCODE_MESSAGES;
export type PostcodeResult =
  | { ok: true; postcode: string }
  | { ok: false; refusal: PostcodeRefusal; message: (typeof POSTCODE_MESSAGES)[PostcodeRefusal] };

const OUTWARD = /^[A-Z]{1,2}\d[A-Z\d]?$/;
/** The inward half never holds C, I, K, M, O or V, which are too easily misread (BS 7666). */
const INWARD = /^\d[ABD-HJLNP-UW-Z]{2}$/;
const SEPARATORS = /[\s.,\-_]+/g;
/** The longest postcode is eight characters with its space; the rest is room for stray spaces. */
const MAX_TYPED = 24;
const INWARD_LENGTH = 3;

/**
 * The postcode as Royal Mail writes it, from whatever was typed: "rm175aa" and " RM17-5AA " give "RM17 5AA".
 *
 * The letters O, I and L are taken for 0 and 1 where only a digit can stand, because people type them so.
 * It does not say that the postcode exists: `findAddresses` and `whoServes` do.
 */
export function normalisePostcode(typed: string): PostcodeResult {
  const text = typed
    .slice(0, MAX_TYPED + 1)
    .normalize('NFKC')
    .toUpperCase()
    .replace(SEPARATORS, '');
  if (text === '') return refused('missing');
  if (typed.length > MAX_TYPED) return refused('not-a-postcode');
  if (OUTWARD.test(text)) return refused('partial');

  const outward = text.slice(0, -INWARD_LENGTH);
  const inward = withDigitFirst(text.slice(-INWARD_LENGTH));
  return OUTWARD.test(outward) && INWARD.test(inward)
    ? { ok: true, postcode: `${outward} ${inward}` }
    : refused('not-a-postcode');
}

function withDigitFirst(inward: string): string {
  return inward.replace(/^O/, '0').replace(/^[IL]/, '1');
}

function refused(refusal: PostcodeRefusal): PostcodeResult {
  return { ok: false, refusal, message: POSTCODE_MESSAGES[refusal] };
}
