import type { StaffActor } from '#modules/staff';
import { recordAct } from '#platform/audit';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { isId } from '#platform/ids';
import { lockHandOver } from './lock-hand-over.ts';
import { mayAnswerFor } from './policy.ts';
import { publishHandOver } from './publish-hand-over.ts';
import './tables.ts';
import { teamIdOf } from './team-id-of.ts';
import { NOT_ARRIVED } from './words.ts';

interface DeliverByHand {
  handOverId: string;
  /** How it was passed on: 1 to 500 characters. */
  how: string;
  /** The other system's reference, where it gave one. */
  reference?: string | undefined;
}

export type DeliverByHandRefusal = 'not-found' | 'not-allowed' | 'arrived' | 'no-reason';
export type DeliverByHandResult = { ok: true } | { ok: false; refusal: DeliverByHandRefusal };

/** Somebody typed it in there, or passed it on: it has arrived, by hand, and the row says so (B-09). */
export async function deliverByHand(
  tx: Tx,
  clock: Clock,
  actor: StaffActor,
  { handOverId, how, reference }: DeliverByHand,
): Promise<DeliverByHandResult> {
  const row = isId(handOverId) ? await lockHandOver(tx, actor.councilId, handOverId) : undefined;
  if (!row) return { ok: false, refusal: 'not-found' };
  if (!mayAnswerFor(actor, { teamId: await teamIdOf(tx, actor.councilId, row.destination) }))
    return { ok: false, refusal: 'not-allowed' };
  if (!NOT_ARRIVED.some((state) => state === row.state)) return { ok: false, refusal: 'arrived' };
  if (how.trim() === '') return { ok: false, refusal: 'no-reason' };
  const now = clock.now();
  await tx
    .updateTable('hand_overs')
    .set({
      state: 'delivered',
      delivered_at: now,
      delivered_how: 'by-hand',
      delivered_by: actor.name,
      delivered_note: how.trim(),
      external_reference: reference?.trim() || row.external_reference,
      next_at: null,
      claimed_at: null,
      attention: null,
      updated_at: now,
    })
    .where('council_id', '=', row.council_id)
    .where('id', '=', row.id)
    .execute();
  await recordAct(tx, clock, actor, { act: 'hand-over.by-hand', subjectType: 'hand-over', subjectId: row.id });
  await publishHandOver(tx, clock, { row, type: 'hand-over.delivered' });
  return { ok: true };
}
