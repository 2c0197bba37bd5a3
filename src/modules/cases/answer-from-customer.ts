import { promisesOf, resumePromise } from '#modules/promises';
import type { Actor } from '#modules/staff';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { type CaseRow, lockCase } from './find-case.ts';
import { areKnownFiles } from './known-files.ts';
import { moveJobsDue } from './move-jobs-due.ts';
import { mayAddTo } from './policy.ts';
import { publishCase } from './publish-case.ts';
import { touchCase } from './touch-case.ts';
import { writeEntry } from './write-entry.ts';

interface AnswerFromCustomer {
  /** Id or reference. */
  case: string;
  /** 1 to 5,000 characters. */
  text: string;
  fileIds?: readonly string[];
  contactId?: string | null;
}

export type AnswerRefusal = 'not-found' | 'not-allowed' | 'not-waiting' | 'nothing-said' | 'unknown-file';
export type AnswerResult = { ok: true; movedPromiseIds: string[] } | { ok: false; refusal: AnswerRefusal };

/** The customer has answered: the clocks run again, and the customer is told of every date that this moved. */
export async function answerFromCustomer(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  command: AnswerFromCustomer,
): Promise<AnswerResult> {
  const { fileIds = [], contactId } = command;
  const itsCase = await lockCase(tx, actor.councilId, command.case);
  if (!itsCase) return { ok: false, refusal: 'not-found' };
  if (!mayAddTo(actor)) return { ok: false, refusal: 'not-allowed' };
  if (itsCase.stage !== 'waiting') return { ok: false, refusal: 'not-waiting' };
  const text = command.text.trim();
  if (text === '' && fileIds.length === 0) return { ok: false, refusal: 'nothing-said' };
  if (!(await areKnownFiles(tx, actor.councilId, fileIds))) return { ok: false, refusal: 'unknown-file' };
  const entry = {
    caseId: itsCase.id,
    kind: 'answered',
    audience: 'customer',
    text,
    data: { fileIds },
    contactId,
  } as const;
  const entryId = await writeEntry(tx, clock, actor, entry);
  const movedPromiseIds = await resumeAll(tx, clock, actor, itsCase);
  await touchCase(tx, clock, itsCase, { stage: 'open', waiting_for: null });
  await publishCase(tx, clock, actor, { type: 'case.answered', subjectId: itsCase.id, data: { entryId } });
  return { ok: true, movedPromiseIds };
}

async function resumeAll(tx: Tx, clock: Clock, actor: Actor, itsCase: CaseRow): Promise<string[]> {
  const paused = (await promisesOf(tx, actor.councilId, [itsCase.id])).filter(({ pausedAt }) => pausedAt !== null);
  const moved: string[] = [];
  for (const { id } of paused) {
    const resumed = await resumePromise(tx, clock, actor, { promiseId: id });
    if (!resumed.ok || !resumed.hasMoved) continue;
    await moveJobsDue(tx, clock, itsCase, { from: id, to: id, dueAt: resumed.dueAt });
    moved.push(id);
  }
  return moved;
}
