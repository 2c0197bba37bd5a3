import type { Answers } from '#modules/questions';
import type { NewParty } from './add-parties.ts';
import type { Origin } from './case-opened.ts';
import type { CasePlace } from './case-place.ts';

/** A report as a door hands it in. */
export interface OpenCase extends Origin {
  /** Slug of the service. */
  service: string;
  /** The version that the questions were asked from; the current one when left out. */
  serviceVersion?: number;
  /** web, phone, machine …: how it reached us. */
  channel: string;
  answers: Answers;
  place: CasePlace | null;
  /** The requester first. Nobody, for a report without a name. */
  parties: readonly NewParty[];
  /** In the reporter's own words, where the door has them apart from the answers. */
  description?: string;
  desiredOutcome?: string | null;
  contactId?: string | null;
  /** The day on which it came on paper, `YYYY-MM-DD`, where staff type it in: it counts, and is promised, from then. */
  receivedOn?: string;
  /** When it reached us; now when left out. */
  receivedAt?: Date;
  /** From another system: its real times stand, its promises stay out of the charter. */
  imported?: { dueAt: Date | null };
}
