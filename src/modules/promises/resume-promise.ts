import type { ActorRef } from '#platform/actor';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { newId } from '#platform/ids';
import { findPromise, type PromiseRow } from './find-promise.ts';
import { publishPromise } from './publish-promise.ts';
import { timesAfterPauses } from './times-after-pauses.ts';

type ResumeResult =
  | { ok: true; dueAt: Date; hasMoved: boolean }
  | { ok: false; refusal: 'not-found' | 'decided' | 'not-paused' };

/**
 * The customer has answered: the clock runs on, or anew, as the standard says. Where that moves the due instant the
 * move is written down and the promise counts as not yet told, so that the new date is sent.
 */
export async function resumePromise(
  tx: Tx,
  clock: Clock,
  actor: ActorRef,
  { promiseId }: { promiseId: string },
): Promise<ResumeResult> {
  const promise = await findPromise(tx, actor.councilId, promiseId);
  if (!promise) return { ok: false, refusal: 'not-found' };
  if (promise.outcome) return { ok: false, refusal: 'decided' };
  if (!promise.paused_at) return { ok: false, refusal: 'not-paused' };
  await endPause(tx, clock, promise);
  const { dueAt, riskAt } = await timesAfterPauses(tx, promise);
  const hasMoved = dueAt.getTime() !== promise.due_at.getTime();
  await tx
    .updateTable('promises')
    .set({ paused_at: null, ...(hasMoved ? moved(dueAt, riskAt) : {}) })
    .where('council_id', '=', promise.council_id)
    .where('id', '=', promise.id)
    .execute();
  await publishPromise(tx, clock, actor, { type: 'promise.resumed', promise });
  if (hasMoved) await recordMove(tx, clock, actor, { promise, dueAt });
  return { ok: true, dueAt, hasMoved };
}

// The new instant has neither been told nor come near yet.
function moved(dueAt: Date, riskAt: Date | null) {
  return { due_at: dueAt, risk_at: riskAt, told_at: null, told_contact_id: null, warned_at: null };
}

async function endPause(tx: Tx, clock: Clock, promise: PromiseRow): Promise<void> {
  await tx
    .updateTable('promise_pauses')
    .set({ to_at: clock.now() })
    .where('council_id', '=', promise.council_id)
    .where('promise_id', '=', promise.id)
    .where('to_at', 'is', null)
    .execute();
}

async function recordMove(
  tx: Tx,
  clock: Clock,
  actor: ActorRef,
  { promise, dueAt }: { promise: PromiseRow; dueAt: Date },
): Promise<void> {
  await tx
    .insertInto('promise_revisions')
    .values({
      council_id: promise.council_id,
      id: newId(clock),
      promise_id: promise.id,
      old_due_at: promise.due_at,
      new_due_at: dueAt,
      kind: 'answer',
      why: 'The customer answered our question.',
      by: actor.id,
      at: clock.now(),
    })
    .execute();
  const data = { oldDueAt: promise.due_at.toISOString(), newDueAt: dueAt.toISOString() };
  await publishPromise(tx, clock, actor, { type: 'promise.due-moved', promise, data });
}
