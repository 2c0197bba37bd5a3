import type { QuestionAct } from '#modules/contacts';
import type { Channel } from '#modules/councils';

/** Words of the desk for the codes that modules keep. */
export const CHANNEL_WORDS: Readonly<Record<Channel, string>> = {
  phone: 'Phone',
  web: 'Web',
  email: 'Email',
  letter: 'Letter',
  sms: 'Text',
  counter: 'Counter',
  chat: 'Chat',
  social: 'Social media',
  kiosk: 'Kiosk',
  machine: 'Another system',
  feedback: 'Feedback',
};

/** Channels that somebody at the desk takes by hand. */
export const TAKEN_BY_HAND: readonly Channel[] = ['phone', 'counter', 'letter', 'email', 'sms', 'social', 'chat'];

export const ACT_WORDS: Readonly<Record<QuestionAct, string>> = {
  report: 'Report',
  chase: 'Chasing progress',
  'new-fact': 'New fact',
  change: 'Change',
  cancel: 'Cancel',
  worse: 'It got worse',
  complaint: 'Complaint',
  question: 'Question',
};

const ROLE_WORDS: Readonly<Record<string, string>> = {
  requester: 'reported it',
  subject: 'it is about them',
  helper: 'helps',
  landlord: 'landlord',
  councillor: 'councillor',
  follower: 'follows it',
};

/** What somebody is to a case. Nobody "reported" an application: they applied. */
export function roleWords(role: string, isApplication: boolean): string {
  return isApplication && role === 'requester' ? 'applied' : (ROLE_WORDS[role] ?? role);
}

export const ENDING_WORDS: Readonly<Record<string, string>> = {
  done: 'Done',
  withdrawn: 'Withdrawn',
  duplicate: 'Duplicate',
  'not-ours': 'Not ours',
  'no-access': 'No access',
  'below-level': 'Below the level at which we act',
  refused: 'Refused',
};

export const FACT_WORDS: Readonly<Record<string, string>> = {
  name: 'Full name',
  postcode: 'Postcode',
  address: 'Address',
  'date-of-birth': 'Date of birth',
  phone: 'Phone number',
  email: 'Email address',
  reference: 'Reference of a case',
};

/** What a contact was about, where no service and no case says it. After the strategies' six contact reasons (B-39). */
export const CONTACT_REASON_WORDS: Readonly<Record<string, string>> = {
  information: 'They wanted to know something',
  signposting: 'They were looking for another body',
  booking: 'A booking',
  payment: 'A payment',
  progress: 'How something is going',
  account: 'Getting into My Account',
  'wrong-number': 'A wrong number, or nobody there',
};

export const CAUSE_WORDS: Readonly<Record<string, string>> = {
  'unnecessary-clarification': 'they needed something explained',
  'poor-signposting': 'they were sent to the wrong place',
  'repeating-information': 'they had to say it again',
  'progress-chasing': 'they had to ask how it is going',
  'repeat-after-early-closure': 'we closed it too early',
};
