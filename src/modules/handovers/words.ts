export const HAND_OVER_STATES = ['waiting', 'delivered', 'answered', 'failed', 'given-up', 'stopped'] as const;
export type HandOverState = (typeof HAND_OVER_STATES)[number];

/** Those whose work has not arrived where it should go: the daily list. */
export const NOT_ARRIVED = ['waiting', 'failed', 'given-up'] as const satisfies readonly HandOverState[];

/** What a destination can say. The first four end the matter for it; the last asks the customer for more. */
export const RESULTS = ['done', 'granted', 'part', 'refused', 'needs-evidence'] as const;
export type Result = (typeof RESULTS)[number];

const FINAL: readonly Result[] = ['done', 'granted', 'part', 'refused'];
export const isFinal = (result: Result | null | undefined): result is Result => FINAL.some((one) => one === result);

/** As it stands in a case's story, behind the name of the destination. */
export const RESULT_WORDS: Readonly<Record<Result, string>> = {
  done: 'Done.',
  granted: 'Granted.',
  part: 'Granted in part.',
  refused: 'Refused.',
  'needs-evidence': 'More evidence is needed.',
};

/** How an answer was taken. */
export type Standing = 'taken' | 'same' | 'to-a-person' | 'too-late';
