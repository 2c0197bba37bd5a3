import { describeDue, promisesOf } from '#modules/promises';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { caseRules } from './case-rules.ts';
import type { CaseRow } from './find-case.ts';
import { messageCase } from './message-case.ts';
import { workDone } from './work-done.ts';
import './tables.ts';

// What people hear and when: a function an occasion, run by the queue, each told once by its key.

/** "We have it": reference, owner, and what is promised by when. */
export async function tellReceived(tx: Tx, clock: Clock, itsCase: CaseRow): Promise<void> {
  const promiseIds = await openPromiseIds(tx, itsCase);
  await messageCase(tx, clock, { itsCase, moment: 'received', key: `received:${itsCase.id}`, promiseIds });
}

/** Somebody has taken the work on. Of many jobs the first one tells it: what follows is told as it is done. */
export async function tellAccepted(tx: Tx, clock: Clock, itsCase: CaseRow): Promise<void> {
  if (itsCase.ended_at) return;
  await messageCase(tx, clock, { itsCase, moment: 'accepted', key: `accepted:${itsCase.id}` });
}

/** Part of it is done: which part, what is left and by when (Kay 4). The closing message tells of the last part. */
export async function tellPartDone(tx: Tx, clock: Clock, itsCase: CaseRow, jobId: string): Promise<void> {
  const { done, left } = await workDone(tx, itsCase);
  if (itsCase.ended_at || left.length === 0) return;
  const variables = { done: done.join(', '), left: left.join(', ') };
  await messageCase(tx, clock, {
    itsCase,
    moment: 'part-done',
    key: `part-done:${jobId}`,
    variables,
    withFollowers: true,
  });
}

/** The closing message, signed by the officer who ended it, with until when "not fixed" opens it again. */
export async function tellEnded(tx: Tx, clock: Clock, itsCase: CaseRow, endingId: string): Promise<void> {
  const ending = await tx
    .selectFrom('case_endings')
    .selectAll()
    .where('council_id', '=', itsCase.council_id)
    .where('id', '=', endingId)
    .executeTakeFirstOrThrow();
  const { zone } = await caseRules(tx, itsCase.council_id);
  const { done } = await workDone(tx, itsCase);
  const until = ending.reopen_until ? describeDue(ending.reopen_until, zone, clock.now()).replace(/^by /, '') : '';
  await messageCase(tx, clock, {
    itsCase,
    moment: ending.ending as 'done',
    key: `closing:${endingId}`,
    variables: {
      done: done.length > 0 ? done.join(', ') : ending.reason,
      reason: [ending.reason, ending.challenge].filter((part) => part !== null).join('\n\n'),
      passedTo: ending.passed_to ?? '',
      notFixedUntil: until,
    },
    signedBy: ending.by,
    withFollowers: true,
  });
}

/** A question that the work waits for. */
export async function tellAsked(tx: Tx, clock: Clock, itsCase: CaseRow, entryId: string): Promise<void> {
  const question = await entryText(tx, itsCase, entryId);
  await messageCase(tx, clock, {
    itsCase,
    moment: 'waiting-for-you',
    key: `asked:${entryId}`,
    variables: { question },
  });
}

/** "Not fixed" was heard: it is open again, with a new promise. */
export async function tellReopened(tx: Tx, clock: Clock, itsCase: CaseRow, endingId: string): Promise<void> {
  const promiseIds = await openPromiseIds(tx, itsCase);
  const key = `reopened:${endingId}`;
  await messageCase(tx, clock, { itsCase, moment: 'reopened', key, promiseIds, withFollowers: true });
}

/** Another team has it now; what was promised stays. */
export async function tellMoved(tx: Tx, clock: Clock, itsCase: CaseRow, entryId: string): Promise<void> {
  const { name } = await tx
    .selectFrom('teams')
    .select('name')
    .where('council_id', '=', itsCase.council_id)
    .where('id', '=', itsCase.team_id)
    .executeTakeFirstOrThrow();
  await messageCase(tx, clock, {
    itsCase,
    moment: 'passed-on',
    key: `moved:${entryId}`,
    variables: { passedTo: name },
  });
}

/** We may be late, said before we are. Nobody is written to about an acknowledgement. */
export async function tellAtRisk(tx: Tx, clock: Clock, itsCase: CaseRow, promiseId: string): Promise<void> {
  const promise = (await promisesOf(tx, itsCase.council_id, [itsCase.id])).find(({ id }) => id === promiseId);
  if (promise?.outcome !== null || promise.kind === 'acknowledge' || clock.now() >= promise.dueAt) return;
  const { zone } = await caseRules(tx, itsCase.council_id);
  const variables = { due: describeDue(promise.dueAt, zone, clock.now()) };
  await messageCase(tx, clock, { itsCase, moment: 'at-risk', key: `at-risk:${promiseId}`, variables });
}

interface NewDate {
  promiseId: string;
  oldDueAt: Date;
  newDueAt: Date;
  reason: string;
  /** Tells one move of a promise from the next. */
  key: string;
}

/**
 * The date has moved: what it was, what it is, and why. A due time never moves silently.
 *
 * @returns the ids of the messages; none where nobody can be told
 */
export async function tellNewDate(tx: Tx, clock: Clock, itsCase: CaseRow, moved: NewDate): Promise<string[]> {
  const { zone } = await caseRules(tx, itsCase.council_id);
  const variables = {
    oldDue: describeDue(moved.oldDueAt, zone, clock.now()),
    due: describeDue(moved.newDueAt, zone, clock.now()),
    reason: moved.reason,
  };
  const promiseIds = [moved.promiseId];
  return messageCase(tx, clock, { itsCase, moment: 'new-date', key: moved.key, variables, promiseIds });
}

async function openPromiseIds(tx: Tx, { council_id, id }: CaseRow): Promise<string[]> {
  const promises = await promisesOf(tx, council_id, [id]);
  return promises.filter(({ outcome }) => outcome === null).map((promise) => promise.id);
}

async function entryText(tx: Tx, { council_id, id }: CaseRow, entryId: string): Promise<string> {
  const { text } = await tx
    .selectFrom('case_entries')
    .select('text')
    .where('council_id', '=', council_id)
    .where('case_id', '=', id)
    .where('id', '=', entryId)
    .executeTakeFirstOrThrow();
  return text;
}
