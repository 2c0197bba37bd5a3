import { z } from 'zod';

const ofCase = z.object({ caseId: z.uuid() });

/** What this module tells the others; the subject is the hand-over. A handler reads it afresh. */
export const handOverEvents = {
  'hand-over.delivered': ofCase,
  'hand-over.failed': ofCase,
  'hand-over.given-up': ofCase,
  /** The destination decided something: `decisions` may take it from here (`answersOfCase`). */
  'hand-over.answered': ofCase.extend({ answerId: z.uuid(), result: z.string() }),
} as const;

export type HandOverEvent = keyof typeof handOverEvents;
