import { z } from 'zod';

/** What this module tells the others; the subject is the account, or the customer where that is said. */
export const accountEvents = {
  'account.made': z.object({ customerId: z.uuid() }),
  'account.closed': z.object({ customerId: z.uuid() }),
  /** The subject is the customer who is helped. */
  'account.helper-invited': z.object({ grantId: z.uuid() }),
  'account.helper-accepted': z.object({ grantId: z.uuid() }),
  'account.helper-ended': z.object({ grantId: z.uuid() }),
} as const;
