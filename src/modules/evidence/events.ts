import { z } from 'zod';

const ofCase = z.object({ caseId: z.uuid() });

/** What this module tells the others; the subject is the piece. A handler reads it afresh. */
export const evidenceEvents = {
  'evidence.asked': ofCase,
  'evidence.given': ofCase,
  'evidence.checked': ofCase,
  'evidence.refused': ofCase,
  'evidence.expired': ofCase,
} as const;

export type EvidenceEvent = keyof typeof evidenceEvents;
