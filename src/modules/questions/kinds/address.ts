import { type AddressView, houseKey, normalisePostcode, POSTCODE_MESSAGES } from '#modules/places';
import { type Answer, isPlace, type PlaceAnswer } from '../answers.ts';
import type { QuestionOf } from '../question-schema.ts';
import type { AddressesFound, KindOf, ReadAnswer, Typed } from './kind.ts';
import { line, taken, tooLong } from './kind.ts';

/** Chosen in place of an address: it is not in the list, and is typed by hand. */
export const BY_HAND = 'by-hand';
/** The fields of an address that no list has. */
export const HAND_PARTS = ['line-1', 'line-2', 'town'] as const;

const LONGEST = 200;

type AddressQuestion = QuestionOf<'address'>;
type Parts = NonNullable<Typed['parts']>;

/** An address as it is written on a letter: chosen from the council's own list by its postcode, or typed by hand. */
export const address: KindOf<'address'> = {
  parts: () => ['postcode', 'uprn', ...HAND_PARTS],
  read: (question, { parts = {}, found, seen = '' }) => {
    const chosen = found?.addresses.find(({ uprn }) => String(uprn) === parts['uprn']);
    if (chosen) return taken(placeOfAddress(chosen));
    const isTyped = HAND_PARTS.some((name) => line(parts[name]) !== '');
    // "Not in the list" said of the list of another postcode says nothing about this one.
    const isSeen = found !== undefined && seen === found.postcode;
    if (isTyped || (isSeen && parts['uprn'] === BY_HAND)) return readByHand(question, parts, found);
    return notChosen(parts, found, isSeen);
  },
  fields: (answer) => {
    if (!isPlace(answer)) return {};
    const postcode = answer.postcode ?? '';
    return answer.uprn === undefined
      ? { postcode, uprn: BY_HAND, ...linesOf(answer) }
      : { postcode, uprn: String(answer.uprn) };
  },
  say: (_question, answer) => (isPlace(answer) ? answer.text : ''),
  shape: () => ({ text: 'string', postcode: 'string', known: 'bool' }),
  value: placeValue,
};

/** A place as a rule sees it: whether the gazetteer knows the address is `known`. */
export function placeValue(answer: Answer): unknown {
  const place = isPlace(answer) ? answer : { text: '' };
  return { text: place.text, postcode: place.postcode ?? '', known: place.uprn !== undefined };
}

/** An address of the council's list as an answer. */
export function placeOfAddress({ uprn, line: text, postcode, house, point, wardCode }: AddressView): PlaceAnswer {
  return {
    text: `${text}, ${postcode}`,
    uprn,
    postcode,
    houseKey: houseKey(house, postcode),
    lat: point.lat,
    lon: point.lon,
    wardCode: wardCode ?? undefined,
  };
}

function linesOf({ text, postcode }: PlaceAnswer): Record<string, string> {
  const lines = text.split(', ').filter((one) => one !== postcode);
  const town = lines.length > 1 ? (lines.at(-1) ?? '') : '';
  const [first = '', ...rest] = lines.length > 1 ? lines.slice(0, -1) : lines;
  return { 'line-1': first, 'line-2': rest.join(', '), town };
}

/** The postcode alone: its addresses are shown to choose from. That is no mistake the first time. */
function notChosen(parts: Parts, found: AddressesFound | undefined, isSeen: boolean): ReadAnswer {
  if (!found) {
    const postcode = normalisePostcode(line(parts['postcode']));
    return refused('postcode', postcode.ok ? NO_LIST : POSTCODE_MESSAGES[postcode.refusal]);
  }
  const wanted = found.addresses.length > 0 ? refused('uprn', CHOOSE) : refused('line-1', NO_LIST);
  return isSeen ? wanted : { ...wanted, isLookUp: true };
}

const CHOOSE = 'Choose the address, or say that it is not in the list';
const NO_LIST = 'Enter the house number or name, and the street';

/** By hand: with a postcode, or with the town and country where there is none. */
function readByHand({ inside }: AddressQuestion, parts: Parts, found: AddressesFound | undefined): ReadAnswer {
  const [first, second, town] = HAND_PARTS.map((name) => line(parts[name]));
  const typed = line(parts['postcode']);
  const postcode = normalisePostcode(typed);
  const elsewhere = inside ? found?.elsewhere : null;
  const isAbroad = typed === '' && town !== '' && !inside;
  const errors: Record<string, string> = {
    ...(first === '' && { 'line-1': NO_LIST }),
    ...(!postcode.ok && !isAbroad && { postcode: typed === '' ? NO_POSTCODE : POSTCODE_MESSAGES[postcode.refusal] }),
    ...(elsewhere && { postcode: `That is in the area of ${elsewhere}. Enter an address in our area` }),
  };
  const [error] = Object.values(errors);
  if (error !== undefined) return { ok: false, error, parts: errors };
  return written([first, second, town], postcode.ok ? { postcode: postcode.postcode } : {});
}

const NO_POSTCODE = 'Enter the postcode. Abroad, enter the town and the country';

function written(lines: readonly (string | undefined)[], known: { postcode?: string }): ReadAnswer {
  const text = [...lines, known.postcode].filter((one) => one).join(', ');
  const long = tooLong(text, LONGEST);
  return long === null ? taken({ text, ...known }) : refused('line-1', long);
}

const refused = (part: string, error: string) => ({ ok: false as const, error, parts: { [part]: error } });
