export type EvidenceState = 'asked' | 'given' | 'checked' | 'refused' | 'expired';

/** How somebody says that they will show a piece; `not`: they leave out what is not required. */
export const PLANS = ['upload', 'later', 'in-person', 'not'] as const;
export type Planned = (typeof PLANS)[number];

export type Shown = 'upload' | 'in-person';

/** A piece that the customer can still send or bring. */
export const isOpen = (state: EvidenceState): boolean => state !== 'checked';

/** Files of one piece: two sides of a card, some pages of a statement. */
export const MOST_FILES = 10;

/** Why a piece is refused, in words that say what to send instead. An officer may write others. */
export const REFUSAL_REASONS = [
  'We cannot read it. Take the photo in good light, with the whole page in it.',
  'It is not the document that we asked for.',
  'It is out of date. Send one that is valid now.',
  'It does not show your name.',
  'It does not show your address.',
  'A page or a side is missing. Send all of it.',
] as const;
