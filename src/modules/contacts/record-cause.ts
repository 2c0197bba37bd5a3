import type { StaffActor } from '#modules/staff';
import { recordAct } from '#platform/audit';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { mayHandleContacts } from './policy.ts';
import type { AvoidableCause } from './words.ts';

interface RecordCause {
  questionId: string;
  /** Null: on second thoughts it was worth having. */
  cause: AvoidableCause | null;
}

type RecordCauseResult = { ok: true } | { ok: false; refusal: 'not-allowed' | 'not-found' };

/** Say why a question should not have been needed. Who said so is in the audit: the figure is published. */
export async function recordCause(
  tx: Tx,
  clock: Clock,
  actor: StaffActor,
  { questionId, cause }: RecordCause,
): Promise<RecordCauseResult> {
  if (!mayHandleContacts(actor)) return { ok: false, refusal: 'not-allowed' };
  const changed = await tx
    .updateTable('contact_questions')
    .set({ avoidable_cause: cause, ...(cause === 'progress-chasing' ? {} : { cause_promise_id: null }) })
    .where('council_id', '=', actor.councilId)
    .where('id', '=', questionId)
    .returning('contact_id')
    .executeTakeFirst();
  if (!changed) return { ok: false, refusal: 'not-found' };
  await recordAct(tx, clock, actor, {
    act: 'contact.cause-recorded',
    subjectType: 'contact',
    subjectId: changed.contact_id,
    detail: { questionId, cause },
  });
  return { ok: true };
}
