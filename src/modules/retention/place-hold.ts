import type { StaffActor } from '#modules/staff';
import { recordAct } from '#platform/audit';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { isId, newId, readReference } from '#platform/ids';
import { mayHold } from './policy.ts';
import './tables.ts';

interface PlaceHold {
  /** A case's reference as somebody types it, or the id of a case, customer or contact. */
  subject: string;
  /** Why, for whoever asks later: 1 to 1,000 characters. Names nobody. */
  why: string;
}

export type PlaceHoldResult =
  | { ok: true; holdId: string }
  | { ok: false; refusal: 'not-allowed' | 'not-found' | 'no-reason' | 'held-already' };

/** Keep a record, and what belongs to it, from every retention rule until the hold is lifted (a claim, an inquiry, a court). */
export async function placeHold(tx: Tx, clock: Clock, actor: StaffActor, command: PlaceHold): Promise<PlaceHoldResult> {
  if (!mayHold(actor)) return { ok: false, refusal: 'not-allowed' };
  const why = command.why.trim();
  if (why === '') return { ok: false, refusal: 'no-reason' };
  const subject = await subjectOf(tx, actor.councilId, command.subject.trim());
  if (!subject) return { ok: false, refusal: 'not-found' };
  const placed = await tx
    .insertInto('legal_holds')
    .values({
      council_id: actor.councilId,
      id: newId(clock),
      subject_type: subject.type,
      subject_id: subject.id,
      why,
      by: actor.id,
      at: clock.now(),
      lifted_at: null,
      lifted_by: null,
    })
    .onConflict((conflict) => conflict.columns(['council_id', 'subject_id']).where('lifted_at', 'is', null).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!placed) return { ok: false, refusal: 'held-already' };
  await recordAct(tx, clock, actor, { act: 'retention.held', subjectType: subject.type, subjectId: subject.id });
  return { ok: true, holdId: placed.id };
}

async function subjectOf(tx: Tx, councilId: string, typed: string): Promise<{ type: string; id: string } | null> {
  const reference = readReference(typed);
  if (reference) {
    const found = await tx
      .selectFrom('cases')
      .select('id')
      .where('council_id', '=', councilId)
      .where('reference', '=', reference)
      .executeTakeFirst();
    return found ? { type: 'case', id: found.id } : null;
  }
  if (!isId(typed)) return null;
  const tables = { case: 'cases', customer: 'customers', contact: 'contacts' } as const;
  for (const [type, table] of Object.entries(tables)) {
    const found = await tx
      .selectFrom(table)
      .select('id')
      .where('council_id', '=', councilId)
      .where('id', '=', typed)
      .executeTakeFirst();
    if (found) return { type, id: found.id };
  }
  return null;
}
