import { keepPromise, withdrawPromises } from '#modules/promises';
import type { ActorRef } from '#platform/actor';
import { recordAct } from '#platform/audit';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { openPromises } from './acknowledge-mark.ts';
import { lockMark, type MarkRow } from './find-mark.ts';
import { mayWorkMark } from './policy.ts';

export interface EndMark {
  markId: string;
  /** `answered`: the person has the answer. `not-a-mark`: it was set by mistake, and nothing was promised. */
  outcome: 'answered' | 'not-a-mark';
  /** What was answered, or why it was none; for staff. */
  note: string;
}

export type EndMarkResult =
  | { ok: true }
  | { ok: false; refusal: 'not-found' | 'not-allowed' | 'already-ended' | 'nothing-said' };

/** End a mark: its promises are kept or missed by this moment, or withdrawn where it was no such thing. */
export async function endMark(tx: Tx, clock: Clock, actor: ActorRef, command: EndMark): Promise<EndMarkResult> {
  const mark = await lockMark(tx, actor.councilId, command.markId);
  if (!mark) return { ok: false, refusal: 'not-found' };
  if (!mayWorkMark(actor, mark)) return { ok: false, refusal: 'not-allowed' };
  if (mark.ended_at) return { ok: false, refusal: 'already-ended' };
  if (command.note.trim() === '') return { ok: false, refusal: 'nothing-said' };
  await decidePromises(tx, clock, actor, command);
  await tx
    .updateTable('contact_marks')
    .set({ ended_at: clock.now(), ended_by: actor.id, outcome: command.outcome, outcome_note: command.note.trim() })
    .set({ next_due_at: null })
    .where('council_id', '=', actor.councilId)
    .where('id', '=', mark.id)
    .execute();
  if (command.outcome === 'not-a-mark') await takeOffContact(tx, mark);
  const detail = { mark: mark.mark, outcome: command.outcome };
  await recordAct(tx, clock, actor, { act: 'mark.ended', subjectType: 'mark', subjectId: mark.id, detail });
  return { ok: true };
}

async function decidePromises(tx: Tx, clock: Clock, actor: ActorRef, { markId, outcome }: EndMark): Promise<void> {
  if (outcome === 'not-a-mark') {
    await withdrawPromises(tx, clock, actor, { subjectIds: [markId], because: outcome });
    return;
  }
  for (const { id } of await openPromises(tx, actor.councilId, markId)) {
    await keepPromise(tx, clock, actor, { promiseId: id, doneAt: clock.now() });
  }
}

async function takeOffContact(tx: Tx, { council_id, subject_type, subject_id, mark }: MarkRow): Promise<void> {
  if (subject_type !== 'contact') return;
  await tx
    .updateTable('contacts')
    .set((eb) => ({ marks: eb.fn<string[]>('array_remove', ['marks', eb.val(mark)]) }))
    .where('council_id', '=', council_id)
    .where('id', '=', subject_id)
    .execute();
}
