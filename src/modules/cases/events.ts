import { z } from 'zod';

const none = z.object({});
const job = z.object({ caseId: z.uuid() });

/** What this module tells the others; the subject is the case, the job or the incident. A handler reads it afresh. */
export const caseEvents = {
  'case.opened': none,
  'case.added-to': z.object({ entryId: z.uuid(), kind: z.string() }),
  'case.chased': z.object({ entryId: z.uuid(), contactId: z.uuid().nullable() }),
  'case.asked': z.object({ entryId: z.uuid() }),
  'case.answered': z.object({ entryId: z.uuid() }),
  'case.assigned': z.object({ ownerId: z.uuid().nullable(), teamId: z.uuid() }),
  'case.moved': z.object({ entryId: z.uuid() }),
  'case.followed': z.object({ partyId: z.uuid() }),
  'case.unfollowed': z.object({ partyId: z.uuid() }),
  'case.escalated': z.object({ to: z.uuid().nullable(), why: z.string() }),
  'case.ready-to-end': none,
  /** `isTold`: whoever ended it tells those concerned. */
  'case.ended': z.object({ endingId: z.uuid(), ending: z.string(), isTold: z.boolean().optional() }),
  'case.reopened': z.object({ endingId: z.uuid() }),
  'case.confirmed-fixed': none,
  'case.photos-reviewed': z.object({ shown: z.array(z.uuid()), withheld: z.array(z.uuid()) }),
  'case.reviewed': z.object({ state: z.enum(['public', 'withheld']) }),
  'job.sent': job,
  'job.accepted': job,
  'job.returned': job,
  'job.noted': job,
  'job.done': job,
  'job.not-done': job,
  'job.reassigned': job,
  'job.cancelled': job,
  'incident.opened': none,
  'incident.joined': z.object({ memberId: z.uuid() }),
  'incident.ended': none,
} as const;

export type CaseEvent = keyof typeof caseEvents;
