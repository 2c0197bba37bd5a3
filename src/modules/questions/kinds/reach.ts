import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import type { KindOf } from './kind.ts';
import { line, oneField, taken, textOf, wrong } from './kind.ts';

const EMAIL = /^[^\s@<>()[\],;:"]+@[^\s@<>()[\],;:"]+\.[^\s@<>()[\],;:".]{2,}$/u;
const LONGEST_EMAIL = 254;
export const EMAIL_MESSAGE = 'Enter an email address with an @, like name@example.com';
export const PHONE_MESSAGE = 'Enter a phone number, like 07700 900 982 or 01632 960 001';

/** Whether it looks like an email address. Only a message that is answered shows that it is one. */
export function isEmail(typed: string): boolean {
  return typed.length <= LONGEST_EMAIL && EMAIL.test(typed);
}

export function isPhone(typed: string): boolean {
  return typed.length <= 40 && (parsePhoneNumberFromString(typed, 'GB')?.isPossible() ?? false);
}

export const email: KindOf<'email'> = {
  read: (_question, { values }) => {
    const typed = line(values[0]);
    return isEmail(typed) ? taken(typed) : wrong(EMAIL_MESSAGE);
  },
  fields: oneField,
  say: (_question, answer) => textOf(answer),
  shape: () => 'string',
  value: (answer) => answer,
};

export const phone: KindOf<'phone'> = {
  read: (_question, { values }) => {
    const typed = line(values[0]);
    return isPhone(typed) ? taken(typed) : wrong(PHONE_MESSAGE);
  },
  fields: oneField,
  say: (_question, answer) => textOf(answer),
  shape: () => 'string',
  value: (answer) => answer,
};
