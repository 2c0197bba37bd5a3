import { z } from 'zod';

const ofCase = z.object({ caseId: z.uuid() });

/** What this module tells the others; the subject is the decision. A handler reads it afresh. */
export const decisionEvents = {
  'decision.proposed': ofCase,
  'decision.sent-back': ofCase,
  'decision.made': ofCase,
  'decision.challenged': ofCase,
  'decision.upheld': ofCase,
} as const;

export type DecisionEvent = keyof typeof decisionEvents;
