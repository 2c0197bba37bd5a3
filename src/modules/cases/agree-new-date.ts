import {
  type PromiseView,
  promisesOf,
  type RenegotiateRefusal,
  renegotiatePromise,
  type Told,
} from '#modules/promises';
import type { Actor } from '#modules/staff';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { type CaseRow, lockCase } from './find-case.ts';
import { moveJobsDue } from './move-jobs-due.ts';
import { tellNewDate } from './tell-of-case.ts';
import { touchCase } from './touch-case.ts';
import { writeEntry } from './write-entry.ts';

interface AgreeNewDate {
  /** Id or reference. */
  case: string;
  promiseId: string;
  newDueAt: Date;
  /** As the customer will read it: 1 to 2,000 characters. */
  why: string;
  /** The recorded contact in which it was agreed; without one a message tells of it. */
  contactId?: string;
}

export type AgreeNewDateResult = { ok: true; promiseId: string } | { ok: false; refusal: RenegotiateRefusal };

/**
 * Move the date of a promise before it is due, and only by telling the customer: in the contact that is going on, or by
 * a message that goes out in the same transaction (F-21). Refuses where nobody can be told.
 */
export async function agreeNewDate(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  command: AgreeNewDate,
): Promise<AgreeNewDateResult> {
  const itsCase = await lockCase(tx, actor.councilId, command.case);
  if (!itsCase) return { ok: false, refusal: 'not-found' };
  const promises = await promisesOf(tx, actor.councilId, [itsCase.id]);
  const promise = promises.find(({ id }) => id === command.promiseId);
  if (!promise) return { ok: false, refusal: 'not-found' };
  const { promiseId, newDueAt, contactId } = command;
  const told = contactId
    ? { contactId }
    : (replacementId: string) => byMessage(tx, clock, { itsCase, promise, command, replacementId });
  const agreed = await renegotiatePromise(tx, clock, actor, { promiseId, newDueAt, why: command.why, told });
  if (!agreed.ok) return agreed;
  await moveJobsDue(tx, clock, itsCase, { from: promiseId, to: agreed.promiseId, dueAt: newDueAt });
  const text = `There is a new date. ${command.why.trim()}`;
  const data = { from: promiseId, to: agreed.promiseId };
  await writeEntry(tx, clock, actor, {
    caseId: itsCase.id,
    kind: 'promise',
    audience: 'customer',
    text,
    data,
    contactId,
  });
  await touchCase(tx, clock, itsCase);
  return agreed;
}

interface ByMessage {
  itsCase: CaseRow;
  promise: PromiseView;
  command: AgreeNewDate;
  replacementId: string;
}

async function byMessage(
  tx: Tx,
  clock: Clock,
  { itsCase, promise, command, replacementId }: ByMessage,
): Promise<Told | null> {
  const [messageId] = await tellNewDate(tx, clock, itsCase, {
    promiseId: replacementId,
    oldDueAt: promise.dueAt,
    newDueAt: command.newDueAt,
    reason: command.why.trim(),
    key: `new-date:${promise.id}`,
  });
  return messageId === undefined ? null : { messageId };
}
