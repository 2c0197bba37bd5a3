import { z } from 'zod';

/** What a storm day changes on many cases at once. */
export const bulkChange = z.object({
  /** What everybody concerned is told: 1 to 1,000 characters. */
  message: z.string().trim().min(1).max(1_000),
  /** A later date for the promises that run, where the work will take longer. */
  newDueAt: z.coerce.date().nullable().default(null),
});
export type BulkChange = z.output<typeof bulkChange>;

/** Why a case was left as it was, all or in part: it ended since, or its date stays. */
export const UNCHANGED = [
  'ended',
  'no-promise',
  'nobody-to-tell',
  'paused',
  'already-due',
  'not-later',
  'not-allowed',
  'decided',
] as const;
export type Unchanged = (typeof UNCHANGED)[number];

/** What became of the cases that were not changed in full, as a run keeps it. */
export const bulkOutcomes = z.array(z.object({ caseId: z.uuid(), why: z.enum(UNCHANGED) }));

/** Which open cases: named, or by what they have in common. */
export interface BulkScope {
  caseIds?: readonly string[];
  service?: string;
  teamId?: string;
  wardCode?: string;
  openedFrom?: Date;
  openedTo?: Date;
}

/** One run changes no more than this: what is larger is an incident. */
export const MOST_CASES = 5_000;
