/** The ways a case can end. Only `done` counts as resolved, and it needs evidence (F-18). */
export const ENDINGS = ['done', 'withdrawn', 'duplicate', 'not-ours', 'no-access', 'below-level', 'refused'] as const;
export type Ending = (typeof ENDINGS)[number];

/**
 * What somebody is told of their account: a code that they asked for, a link that staff send, that a registration was
 * left, that they may help somebody, that their details were changed. Each was asked for or guards the account, so no
 * cap, choice or quiet hour keeps it back.
 */
export const ACCOUNT_MOMENTS = [
  'account-code',
  'account-link',
  'account-unfinished',
  'account-invitation',
  'account-changed',
] as const;

/**
 * What a customer is told about, a partner by `job-sheet`, and by `follow` whoever asked to follow a report: each has a
 * message template, the council's own or the service's.
 */
export const MESSAGE_MOMENTS = [
  'received',
  'accepted',
  'part-done',
  'waiting-for-you',
  'evidence-late',
  'at-risk',
  'new-date',
  'passed-on',
  'reopened',
  'incident',
  'incident-over',
  'update',
  'job-sheet',
  'follow',
  'form-saved',
  'form-left',
  ...ACCOUNT_MOMENTS,
  ...ENDINGS,
] as const;
export type MessageMoment = (typeof MESSAGE_MOMENTS)[number];

/** What a template can be written for: those, the daily list of hand-overs that a team gets, and the letter of a decision. */
export const TEMPLATE_MOMENTS = [...MESSAGE_MOMENTS, 'hand-overs', 'decision'] as const;
export type TemplateMoment = (typeof TEMPLATE_MOMENTS)[number];

/** The endings as a set, for "is this a closing message?" */
export const isEnding = (moment: TemplateMoment): moment is Ending => ENDINGS.some((ending) => ending === moment);
