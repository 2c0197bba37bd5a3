import { z } from 'zod';

/** What this module tells the others; the subject is the award. A handler reads it afresh. */
export const awardEvents = {
  'award.published': z.object({ caseId: z.uuid() }),
} as const;
