import { type MessageVariables, sampleMessage } from '#modules/contacts';
import { describeDue, promisesOf } from '#modules/promises';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { caseRules } from '../case-rules.ts';
import { caseService } from '../case-service.ts';
import { caseWords } from '../case-words.ts';
import { type CaseRow, findCase } from '../find-case.ts';
import type { BulkChange } from './bulk-change.ts';

export interface SampleMessage {
  /** Reference of the case that it is about. */
  reference: string;
  subject: string | null;
  body: string;
}

interface SampleOf {
  councilId: string;
  caseId: string;
  change: BulkChange;
  /** Its date would move: then the message is the one of a new date. */
  moves: boolean;
}

/** The message that one of the cases would get, word for word but for the name. */
export async function sampleOfChange(
  tx: Tx,
  clock: Clock,
  { councilId, caseId, change, moves }: SampleOf,
): Promise<SampleMessage | null> {
  const itsCase = await findCase(tx, councilId, caseId);
  if (!itsCase) return null;
  const service = await caseService(tx, councilId, itsCase.service_slug, itsCase.service_version);
  const { templates, zone } = await caseRules(tx, councilId, service);
  const template = templates[moves ? 'new-date' : 'update'];
  if (template === undefined) return null;
  const words = await caseWords(tx, clock, { itsCase, service, signedBy: itsCase.owner_id });
  const dates = moves ? await datesOf(tx, clock, { itsCase, change, zone }) : {};
  const variables = { ...words.variables, ...dates, reason: change.message };
  const rendered = await sampleMessage(tx, councilId, { template, variables });
  return rendered ? { reference: itsCase.reference, ...rendered } : null;
}

interface DatesOf {
  itsCase: CaseRow;
  change: BulkChange;
  zone: string;
}

async function datesOf(tx: Tx, clock: Clock, { itsCase, change, zone }: DatesOf): Promise<MessageVariables> {
  const now = clock.now();
  const promises = await promisesOf(tx, itsCase.council_id, [itsCase.id]);
  const moved = promises.find(
    ({ outcome, kind, pausedAt, dueAt }) =>
      outcome === null && kind !== 'acknowledge' && pausedAt === null && dueAt > now,
  );
  if (!moved || !change.newDueAt) return {};
  return { oldDue: describeDue(moved.dueAt, zone, now), due: describeDue(change.newDueAt, zone, now) };
}
