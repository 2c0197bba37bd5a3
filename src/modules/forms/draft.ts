import { z } from 'zod';
import { type Answers, answersSchema } from '#modules/questions';

/** What is kept of a report that has not been sent yet. */
const stateSchema = z.object({
  answers: answersSchema.default({}),
  known: answersSchema.default({}),
  /** Who reports and how to reach them; all of it optional where the service may be used without a name. */
  contact: z.object({ name: z.string(), email: z.string(), phone: z.string() }).nullable().default(null),
  /** The customer says that what the crew wrote down is wrong. */
  disputes: z.boolean().default(false),
  /** The diversions were read and do not apply. */
  diversionsSeen: z.boolean().default(false),
  /** What was typed to look a place up, until one was chosen. */
  search: z.string().default(''),
  /** How each piece of evidence will be shown, by its id, and the files that are here already. */
  evidence: z
    .record(
      z.string(),
      z.object({
        how: z.enum(['upload', 'seen', 'later', 'in-person', 'not']).nullable(),
        fileIds: z.array(z.string()),
        seenBy: z.object({ id: z.string(), name: z.string() }).optional(),
      }),
    )
    .default({}),
  /** What was said before going on, by key, so that it is not said twice. */
  told: z.array(z.string()).default([]),
  typedBy: z.record(z.string(), z.string()).default({}),
});

/** What was said about a piece of evidence; nothing yet where `how` is null. */
export interface DraftEvidence {
  /** `seen`: it was shown to whoever took the form at the desk. */
  how: 'upload' | 'seen' | 'later' | 'in-person' | 'not' | null;
  fileIds: readonly string[];
  /** Who of the staff saw the thing itself. */
  seenBy?: { id: string; name: string } | undefined;
}

export const emptyEvidence: DraftEvidence = { how: null, fileIds: [] };

export interface DraftState {
  answers: Answers;
  /** What is known of whoever fills it in, by what a question is prefilled with: shown, and theirs to change. */
  known: Answers;
  contact: { name: string; email: string; phone: string } | null;
  disputes: boolean;
  diversionsSeen: boolean;
  search: string;
  evidence: Readonly<Record<string, DraftEvidence>>;
  told: readonly string[];
  /** The id of whoever of the staff typed an answer last, by its question; what is not there the customer typed. */
  typedBy: Readonly<Record<string, string>>;
}

export interface Draft {
  id: string;
  serviceSlug: string;
  /** The version that the draft was begun with, and that its case will keep. */
  serviceVersion: number;
  channel: string;
  contactId: string | null;
  customerId: string | null;
  state: DraftState;
  /** Where the link of a saved form was sent; null for one that was not saved. */
  savedTo: string | null;
  /** Whose account it stands in. */
  accountId: string | null;
  /** When staff went on with a form that the customer began; null for one of a single hand. */
  helpedAt: Date | null;
  /** On which day it came on paper, where staff type in what did. Its rules look at that day. */
  receivedOn: string | null;
  expiresAt: Date;
  submittedAt: Date | null;
  caseId: string | null;
}

export const emptyState: DraftState = {
  answers: {},
  known: {},
  contact: null,
  disputes: false,
  diversionsSeen: false,
  search: '',
  evidence: {},
  told: [],
  typedBy: {},
};

/** Read the stored state; what an older release stored and this one does not know is left out. */
export function readState(stored: unknown): DraftState {
  const parsed = stateSchema.safeParse(stored);
  return parsed.success ? parsed.data : emptyState;
}
