import { type MessageView, withAddresses } from '#modules/contacts';
import type { TagColour } from '#ui';

/** What a message's state says to staff: whether it really went. */
export const MESSAGE_STATES: Readonly<Record<MessageView['state'], readonly [words: string, colour: TagColour]>> = {
  queued: ['Not sent yet', 'yellow'],
  sending: ['Being sent', 'yellow'],
  sent: ['Sent', 'green'],
  delivered: ['Delivered', 'green'],
  failed: ['Not sent: failed', 'red'],
  held: ['Not sent: no provider', 'yellow'],
  capped: ['Not sent: enough today', 'orange'],
};

export const MESSAGE_CHANNELS: Readonly<Record<MessageView['channel'], string>> = {
  email: 'email',
  sms: 'text message',
  letter: 'letter',
};

export const ATTEMPT_WORDS: Readonly<Record<MessageView['attempts'][number]['outcome'], string>> = {
  accepted: 'It was handed over',
  'again-later': 'It did not go; it is tried again',
  failed: 'It did not go',
  'no-provider': 'There was no provider',
  delivered: 'It arrived',
  'not-delivered': 'It did not arrive',
};

/** A part of an address that nobody could guess: it proves who its reader is, so staff never see it. */
const KEY_IN_ADDRESS = /\/[\w-]{32,}(?![\w-])/g;

const CODE = /\{\{code\}\}/g;

/** What a message said, with whole addresses, but without the keys by which its reader is known. */
export function bodyForStaff(body: string, publicUrl: string): string {
  return withAddresses(body, publicUrl).replace(KEY_IN_ADDRESS, '/(key hidden)').replace(CODE, '(code hidden)');
}
