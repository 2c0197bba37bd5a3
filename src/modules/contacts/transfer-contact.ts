import type { StaffActor } from '#modules/staff';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { newId } from '#platform/ids';
import { publish } from '#platform/outbox';
import { type LiveRefusal, liveContact } from './live-contact.ts';
import { closeSegments } from './segments.ts';

interface TransferContact {
  contactId: string;
  toTeamId: string;
  /** The colleague who takes it at once, where it is a warm transfer; otherwise whoever of the team is free. */
  toStaffId?: string;
  /** What the next one needs to know, so that nothing is repeated (E-26). */
  reason: string;
}

type TransferResult = { ok: true } | { ok: false; refusal: LiveRefusal | 'unknown-team' | 'empty-reason' };

/** Pass a live contact on, with everything known of it. The caller waits until a colleague takes it; transfers are counted (E-25). */
export async function transferContact(
  tx: Tx,
  clock: Clock,
  actor: StaffActor,
  { contactId, toTeamId, toStaffId, reason }: TransferContact,
): Promise<TransferResult> {
  if (reason.trim() === '') return { ok: false, refusal: 'empty-reason' };
  const found = await liveContact(tx, actor, contactId);
  if (!found.ok) return found;
  if (!(await teamExists(tx, actor.councilId, toTeamId))) return { ok: false, refusal: 'unknown-team' };
  const now = clock.now();
  await closeSegments(tx, clock, actor.councilId, contactId);
  await tx
    .insertInto('contact_segments')
    .values({
      council_id: actor.councilId,
      id: newId(clock),
      contact_id: contactId,
      staff_id: actor.id,
      kind: 'transfer',
      started_at: now,
      ended_at: null,
      to_team_id: toTeamId,
      reason: reason.trim(),
    })
    .execute();
  await tx
    .updateTable('contacts')
    .set({ team_id: toTeamId, staff_id: toStaffId ?? null })
    .where('council_id', '=', actor.councilId)
    .where('id', '=', contactId)
    .execute();
  await publish(tx, clock, actor, {
    type: 'contact.transferred',
    subjectType: 'contact',
    subjectId: contactId,
    data: { toTeamId },
  });
  return { ok: true };
}

async function teamExists(tx: Tx, councilId: string, teamId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('teams')
    .select('id')
    .where('council_id', '=', councilId)
    .where('id', '=', teamId)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}
