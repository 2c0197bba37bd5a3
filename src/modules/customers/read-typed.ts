import { normalisePostcode } from '#modules/places';
import { readReference } from '#platform/ids';
import { emailKey } from './customer-keys.ts';
import { nameWords } from './name-words.ts';
import { phoneKey } from './phone-key.ts';

/** What somebody typed into one box, taken apart; nothing has to be in any order. */
export interface Typed {
  words: string[];
  phone: string | null;
  email: string | null;
  postcode: string | null;
  /** "RM17" where the postcode is not whole. */
  outward: string | null;
  /** A house number, where a street or postcode came with it. */
  house: string | null;
  /** A case's reference: the caller looks it up, since cases know their people. */
  reference: string | null;
  /** Those of `words` that may be the reference instead, which has no figure one time in eleven. */
  doubtful: string[];
}

const MOST_TYPED = 200;
const EMAIL = /[^\s@,;]+@[^\s@,;]+/;
const PHONE = /(?:\+|00|0)\d[\d\s()-]{7,16}\d/;
const POSTCODE = /\b([a-z]{1,2}\d[a-z\d]?)\s*-?(\d[a-z]{2})\b/i;
const OUTWARD = /\b[a-z]{1,2}\d{1,2}[a-z]?\b/i;
const REFERENCE = /\b[0-9a-z]{4}[\s-]?[0-9a-z]{4}\b/gi;
const HOUSE = /\b\d{1,4}[a-z]?\b/i;

export function readTyped(typed: string): Typed {
  const box = { left: typed.slice(0, MOST_TYPED).normalize('NFKC') };
  const email = take(box, EMAIL, emailKey);
  const phone = take(box, PHONE, phoneKey);
  const reference = takeReference(box);
  const postcode = take(box, POSTCODE, (text) => {
    const read = normalisePostcode(text);
    return read.ok ? read.postcode : null;
  });
  const outward = postcode ? null : take(box, OUTWARD, (text) => text.toUpperCase());
  const house = take(box, HOUSE, (text) => text.toLowerCase());
  const words = nameWords(box.left);
  const doubtful = words.filter((word) => reference?.toLowerCase().replace('-', '').includes(word));
  return { words, phone, email, postcode, outward, house, reference, doubtful };
}

// With a figure in it and the right check character it is a reference. Of letters alone, it may as well be two names of
// four letters ("mary gale"): then it is looked up as both.
function takeReference(box: { left: string }): string | null {
  let doubtful: string | null = null;
  for (const [text] of box.left.matchAll(REFERENCE)) {
    const reference = readReference(text);
    if (!reference) continue;
    if (/\d/.test(reference)) {
      box.left = box.left.replace(text, ' ');
      return reference;
    }
    doubtful ??= reference;
  }
  return doubtful;
}

function take(box: { left: string }, pattern: RegExp, read: (text: string) => string | null): string | null {
  const text = pattern.exec(box.left)?.[0];
  const value = text ? read(text) : null;
  if (text && value) box.left = box.left.replace(text, ' ');
  return value;
}
