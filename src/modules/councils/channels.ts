/** The ways in and out of a council. `machine` is Open311 and REST; `feedback` is the "Tell us" kind of enquiry. */
export const CHANNELS = [
  'phone',
  'web',
  'email',
  'letter',
  'sms',
  'counter',
  'chat',
  'social',
  'kiosk',
  'machine',
  'feedback',
] as const;
export type Channel = (typeof CHANNELS)[number];

export const DIRECTIONS = ['in', 'out'] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** Whether a person spent time on a contact. An automatic message is not a handled one and is not priced as one. */
export const HANDLINGS = ['person', 'automatic'] as const;
export type Handling = (typeof HANDLINGS)[number];
