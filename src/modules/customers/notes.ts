import type { StaffActor } from '#modules/staff';
import { recordAct } from '#platform/audit';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { newId } from '#platform/ids';
import { mayUseCustomers } from './policy.ts';
import { customerExists } from './reaches.ts';

const MOST_CHARACTERS = 2_000;

type NoteResult =
  | { ok: true; noteId: string }
  | { ok: false; refusal: 'not-allowed' | 'not-found' | 'empty' | 'too-long' };

/** Something the next adviser should know of this person's circumstances (D-39). They may read it one day: write it so. */
export async function addNote(
  tx: Tx,
  clock: Clock,
  actor: StaffActor,
  { customerId, note }: { customerId: string; note: string },
): Promise<NoteResult> {
  if (!mayUseCustomers(actor)) return { ok: false, refusal: 'not-allowed' };
  const text = note.trim();
  if (text === '') return { ok: false, refusal: 'empty' };
  if (text.length > MOST_CHARACTERS) return { ok: false, refusal: 'too-long' };
  if (!(await customerExists(tx, actor.councilId, customerId))) return { ok: false, refusal: 'not-found' };
  const noteId = newId(clock);
  await tx
    .insertInto('customer_notes')
    .values({
      council_id: actor.councilId,
      id: noteId,
      customer_id: customerId,
      note: text,
      at: clock.now(),
      by: actor.id,
      ended_at: null,
    })
    .execute();
  await recordAct(tx, clock, actor, {
    act: 'customer.note-added',
    subjectType: 'customer',
    subjectId: customerId,
    detail: { noteId },
  });
  return { ok: true, noteId };
}

/** A note that no longer holds: not shown any more, still on record. */
export async function endNote(
  tx: Tx,
  clock: Clock,
  actor: StaffActor,
  { noteId }: { noteId: string },
): Promise<NoteResult> {
  if (!mayUseCustomers(actor)) return { ok: false, refusal: 'not-allowed' };
  const ended = await tx
    .updateTable('customer_notes')
    .set({ ended_at: clock.now() })
    .where('council_id', '=', actor.councilId)
    .where('id', '=', noteId)
    .where('ended_at', 'is', null)
    .returning('customer_id')
    .executeTakeFirst();
  if (!ended) return { ok: false, refusal: 'not-found' };
  await recordAct(tx, clock, actor, {
    act: 'customer.note-ended',
    subjectType: 'customer',
    subjectId: ended.customer_id,
    detail: { noteId },
  });
  return { ok: true, noteId };
}
