import { z } from 'zod';

/** What this module tells the others. Each event carries ids and times; a handler reads the promise itself afresh. */
const subject = z.object({ promiseId: z.uuid(), subjectType: z.string(), subjectId: z.uuid() });

export const promiseEvents = {
  /** Published with the subject (a case, a job, a contact) as its subject. */
  'promise.made': z.object({ promiseIds: z.array(z.uuid()) }),
  'promise.told': subject,
  'promise.paused': subject,
  'promise.resumed': subject,
  /** The answer to a question moved the due instant: the new one has not been told yet. */
  'promise.due-moved': subject.extend({ oldDueAt: z.iso.datetime(), newDueAt: z.iso.datetime() }),
  'promise.renegotiated': subject.extend({ replacedBy: z.uuid() }),
  'promise.kept': subject,
  'promise.missed': subject,
  'promise.withdrawn': subject,
  'promise.at-risk': subject.extend({ dueAt: z.iso.datetime() }),
  'promise.overdue': subject.extend({ dueAt: z.iso.datetime() }),
} as const;

export type PromiseEvent = keyof typeof promiseEvents;
