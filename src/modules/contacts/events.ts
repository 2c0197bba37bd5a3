import { z } from 'zod';

const noData = z.object({});

/** What this module tells the others; the subject is the contact or the message. A handler reads it afresh. */
export const contactEvents = {
  'contact.started': noData,
  'contact.ended': noData,
  'contact.abandoned': noData,
  'contact.recorded': noData,
  'contact.transferred': z.object({ toTeamId: z.uuid() }),
  'contact.question-added': z.object({ questionId: z.uuid() }),
  'contact.wrapped-up': noData,
  'contact.marked': z.object({ mark: z.string(), markId: z.uuid(), subjectType: z.enum(['contact', 'case']) }),
  'message.written': noData,
  /** A provider has taken it: the earliest moment at which anybody may say that the customer was told. */
  'message.sent': noData,
  'message.failed': noData,
} as const;
