import type { AwardView } from '#modules/awards';
import type { CaseView } from '#modules/cases';
import type { MarkView } from '#modules/contacts';
import type { CaseDecisions } from '#modules/decisions';
import type { CaseEvidence } from '#modules/evidence';
import type { FilledIn } from '#modules/forms';
import type { HandOverLine } from '#modules/handovers';
import type { StaffName, TeamName } from '#modules/staff';
import type { DeskShell } from '#platform/http/shell';
import type { Errors, Values } from '#ui';
import type { Directory } from '../../portal/directory.ts';
import type { KnownOfPlace } from './known-of-place.ts';

/** Everything that the page of a case shows, for the page and its parts. */
export interface CasePageProps {
  shell: DeskShell;
  view: CaseView;
  directory: Directory;
  marks: readonly MarkView[];
  handOvers: readonly HandOverLine[];
  /** Who answered the form that opened it, and who typed; null where no form did. */
  filledIn: FilledIn | null;
  /** What the gazetteer and the crews say of its address; null where it has none. */
  known: KnownOfPlace | null;
  evidence: CaseEvidence;
  decisions: CaseDecisions;
  awards: readonly AwardView[];
  /** The council's calendar date. */
  today: string;
  /** What a back office answered, as fields of the decision; null where an officer decides without one. */
  answered: Values | null;
  offers: CaseOffers;
  /** Whom it can be given to, and which teams there are. */
  people: readonly StaffName[];
  teams: readonly TeamName[];
  now: Date;
  hidden: Record<string, string>;
  errors: Errors;
  values: Values;
  /** Somebody else ended it while this one was writing. */
  meanwhile: boolean;
}

/** What would be taken from this reader: nothing else is offered. */
export interface CaseOffers {
  work: boolean;
  take: boolean;
  give: boolean;
  /** What everybody sees of it. */
  review: boolean;
}
