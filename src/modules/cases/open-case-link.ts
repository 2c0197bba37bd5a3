import { makeLink, openLink, spendLink } from '#modules/staff';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import type { CaseRow } from './find-case.ts';

const PURPOSE = 'track-case';
const GOOD_FOR_DAYS = 14;
const MILLISECONDS_A_DAY = 86_400_000;

/** A path, mailed to somebody whose case it is, that shows all of it once: their mailbox is the second fact. */
export async function openCasePath(
  tx: Tx,
  clock: Clock,
  { council_id, id, reference }: Pick<CaseRow, 'council_id' | 'id' | 'reference'>,
): Promise<string> {
  const expiresAt = new Date(clock.now().getTime() + GOOD_FOR_DAYS * MILLISECONDS_A_DAY);
  const to = { purpose: PURPOSE, subjectType: 'case', subjectId: id };
  return `/track/${reference}/open/${await makeLink(tx, clock, { councilId: council_id, ...to, expiresAt })}`;
}

interface CaseLink {
  caseId: string;
  token: string;
}

/** Whether the link would open this case now. Looking does not use it up: mail scanners look at every link. */
export async function opensCase(tx: Tx, clock: Clock, councilId: string, { caseId, token }: CaseLink) {
  return (await openLink(tx, clock, councilId, { token, purpose: PURPOSE }))?.subjectId === caseId;
}

/** Use the link up. True for the first who does, while it is good and if it is of this case. */
export async function useCaseLink(tx: Tx, clock: Clock, councilId: string, { caseId, token }: CaseLink) {
  return spendLink(tx, clock, councilId, { token, purpose: PURPOSE, subjectId: caseId });
}
