import type { StaffActor } from '#modules/staff';
import { recordAct } from '#platform/audit';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { isId } from '#platform/ids';
import { lockHandOver } from './lock-hand-over.ts';
import { maySeeHandOvers } from './policy.ts';
import { setAttention } from './set-attention.ts';

export type SettleAttentionResult = { ok: true } | { ok: false; refusal: 'not-found' | 'not-allowed' };

/** Somebody has looked, and done what there was to do. Who and when is in the audit. */
export async function settleAttention(
  tx: Tx,
  clock: Clock,
  actor: StaffActor,
  { handOverId }: { handOverId: string },
): Promise<SettleAttentionResult> {
  if (!maySeeHandOvers(actor)) return { ok: false, refusal: 'not-allowed' };
  const row = isId(handOverId) ? await lockHandOver(tx, actor.councilId, handOverId) : undefined;
  if (!row) return { ok: false, refusal: 'not-found' };
  await setAttention(tx, clock, row, null);
  await recordAct(tx, clock, actor, { act: 'hand-over.seen', subjectType: 'hand-over', subjectId: row.id });
  return { ok: true };
}
