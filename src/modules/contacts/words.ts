/** What a question is, as seen from an open case. An open case does not make a call a chase. */
export const QUESTION_ACTS = [
  'report',
  'chase',
  'new-fact',
  'change',
  'cancel',
  'worse',
  'complaint',
  'question',
] as const;
export type QuestionAct = (typeof QUESTION_ACTS)[number];

/** Why a contact should not have been needed: the causes of the final definition of NI14. */
export const AVOIDABLE_CAUSES = [
  'unnecessary-clarification',
  'poor-signposting',
  'repeating-information',
  'progress-chasing',
  'repeat-after-early-closure',
] as const;
export type AvoidableCause = (typeof AVOIDABLE_CAUSES)[number];

/** What a stretch of a contact was: talking, waiting on hold, being passed on, writing up. */
export const SEGMENT_KINDS = ['handling', 'hold', 'transfer', 'wrap-up'] as const;
export type SegmentKind = (typeof SEGMENT_KINDS)[number];
