import { keepPromise, promisesOf } from '#modules/promises';
import type { ActorRef } from '#platform/actor';
import { recordAct } from '#platform/audit';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { lockMark } from './find-mark.ts';
import { mayWorkMark } from './policy.ts';

export type AcknowledgeMarkResult =
  | { ok: true }
  | { ok: false; refusal: 'not-found' | 'not-allowed' | 'already-ended' | 'already-acknowledged' };

/**
 * Somebody of the mark's team has told the person who is looking into it: the promise to acknowledge is decided, and
 * the clock of the answer runs from now (Complaint Handling Code: ten working days from the acknowledgement).
 */
export async function acknowledgeMark(
  tx: Tx,
  clock: Clock,
  actor: ActorRef,
  { markId }: { markId: string },
): Promise<AcknowledgeMarkResult> {
  const mark = await lockMark(tx, actor.councilId, markId);
  if (!mark) return { ok: false, refusal: 'not-found' };
  if (!mayWorkMark(actor, mark)) return { ok: false, refusal: 'not-allowed' };
  if (mark.ended_at) return { ok: false, refusal: 'already-ended' };
  if (mark.acknowledged_at) return { ok: false, refusal: 'already-acknowledged' };
  const open = await openPromises(tx, actor.councilId, markId);
  for (const { id } of open.filter(({ kind }) => kind === 'acknowledge')) {
    await keepPromise(tx, clock, actor, { promiseId: id, doneAt: clock.now() });
  }
  const [next] = await openPromises(tx, actor.councilId, markId);
  await tx
    .updateTable('contact_marks')
    .set({ acknowledged_at: clock.now(), acknowledged_by: actor.id, next_due_at: next?.dueAt ?? null })
    .where('council_id', '=', actor.councilId)
    .where('id', '=', markId)
    .execute();
  await recordAct(tx, clock, actor, { act: 'mark.acknowledged', subjectType: 'mark', subjectId: markId });
  return { ok: true };
}

/** What is still promised of a mark, the soonest first. */
export async function openPromises(tx: Tx, councilId: string, markId: string) {
  const promises = await promisesOf(tx, councilId, [markId]);
  return promises
    .filter(({ outcome }) => outcome === null)
    .sort((one, other) => one.dueAt.getTime() - other.dueAt.getTime());
}
