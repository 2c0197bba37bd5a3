import { isPlace, pickedValues } from '../answers.ts';
import { placeValue } from './address.ts';
import type { KindOf } from './kind.ts';
import { wrong } from './kind.ts';

const LOOKED_UP = 'Say where it is';

/** A place is looked up before it is an answer; typed text alone never is one. */
export const place: KindOf<'place'> = {
  read: () => wrong(LOOKED_UP),
  fields: () => ({}),
  say: (_question, answer) => (isPlace(answer) ? answer.text : ''),
  shape: () => ({ text: 'string', postcode: 'string', known: 'bool' }),
  value: placeValue,
};

/** Photos and files are stored before they are an answer, which holds their ids. */
const stored: KindOf<'photo' | 'file'> = {
  read: () => wrong('Choose a file'),
  fields: () => ({}),
  say: ({ kind }, answer) => {
    const count = pickedValues(answer).length;
    return count === 1 ? `1 ${kind}` : `${count} ${kind}s`;
  },
  shape: () => 'list<string>',
  value: pickedValues,
};
export const photo: KindOf<'photo'> = { ...stored };
export const file: KindOf<'file'> = { ...stored };
