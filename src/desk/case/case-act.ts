import type { StaffActor } from '#modules/staff';
import type { Tx } from '#platform/db';
import type { Deps } from '#platform/deps';
import type { SubmittedForm } from '#platform/http/read-form';

/** One press on the page of a case. */
export interface CaseAct {
  tx: Tx;
  deps: Deps;
  actor: StaffActor;
  reference: string;
  form: SubmittedForm;
}

export const casePath = (reference: string): string => `/desk/cases/${reference}`;

/** Characters of one text on a case, as the functions of cases take it. */
export const LONGEST = 2_000;
export const TOO_LONG = `Use ${LONGEST.toLocaleString('en-GB')} characters or fewer`;

/** Refusals that any act on a case can meet, in words that say what to do. */
export const COMMON: Readonly<Record<string, string>> = {
  'not-found': 'That case is not there any more',
  'not-allowed': 'Only the team that owns this case, or a manager, can do that. Write a note for them instead',
  ended: 'This case has ended. Open it again if the work is not right',
};
