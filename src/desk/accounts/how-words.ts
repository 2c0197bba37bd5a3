import type { MadeHow } from '#modules/accounts';

/** How somebody came by their account. */
export const HOW_WORDS: Readonly<Record<MadeHow, string>> = {
  self: 'By themselves',
  phone: 'With us on the phone',
  counter: 'With us face to face',
  hub: 'At a hub',
  chat: 'With us in a chat',
};
