import type { MessageView } from '#modules/contacts';
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
  accepted: 'The provider took it',
  'again-later': 'It did not go; it is tried again',
  failed: 'It did not go',
  'no-provider': 'There was no provider',
  delivered: 'It arrived',
  'not-delivered': 'It did not arrive',
};
