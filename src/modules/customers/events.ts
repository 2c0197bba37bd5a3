import { z } from 'zod';

/** What this module tells the others; the subject is the customer. */
export const customerEvents = {
  'customer.registered': z.object({}),
  'customer.changed': z.object({}),
  'customer.merged': z.object({ mergedId: z.uuid(), mergeId: z.uuid() }),
  'customer.merge-undone': z.object({ mergeId: z.uuid() }),
  'customer.need-recorded': z.object({ needId: z.uuid() }),
  'customer.need-ended': z.object({ needId: z.uuid() }),
} as const;
