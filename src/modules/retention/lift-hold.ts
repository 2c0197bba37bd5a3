import type { StaffActor } from '#modules/staff';
import { recordAct } from '#platform/audit';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { isId } from '#platform/ids';
import { mayHold } from './policy.ts';
import './tables.ts';

type LiftHoldResult = { ok: true } | { ok: false; refusal: 'not-allowed' | 'not-found' };

/** Let the rules run again for what was held. What is overdue by then goes with the next night's run. */
export async function liftHold(
  tx: Tx,
  clock: Clock,
  actor: StaffActor,
  { holdId }: { holdId: string },
): Promise<LiftHoldResult> {
  if (!mayHold(actor)) return { ok: false, refusal: 'not-allowed' };
  if (!isId(holdId)) return { ok: false, refusal: 'not-found' };
  const lifted = await tx
    .updateTable('legal_holds')
    .set({ lifted_at: clock.now(), lifted_by: actor.id })
    .where('council_id', '=', actor.councilId)
    .where('id', '=', holdId)
    .where('lifted_at', 'is', null)
    .returning(['subject_type', 'subject_id'])
    .executeTakeFirst();
  if (!lifted) return { ok: false, refusal: 'not-found' };
  const { subject_type: subjectType, subject_id: subjectId } = lifted;
  await recordAct(tx, clock, actor, { act: 'retention.hold-lifted', subjectType, subjectId });
  return { ok: true };
}
