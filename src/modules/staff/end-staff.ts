import type { ActorRef } from '#platform/actor';
import { recordAct } from '#platform/audit';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { publish } from '#platform/outbox';
import { endSessionsOf } from './end-sessions.ts';
import { staffEvent } from './events.ts';
import { voidInvitations } from './invite-staff.ts';
import { keepsAnAdministrator } from './last-administrator.ts';
import { may } from './permissions.ts';
import './tables.ts';

type Ended =
  | { ok: true; sessionsEnded: number }
  | { ok: false; refusal: 'not-allowed' | 'not-found' | 'last-administrator' };

/**
 * A leaver. Sessions end in the same transaction, so no request after it is theirs; the record stays, since the audit
 * names it. Work that they own is for the owner of that work to pass on: `staff.left` says so.
 */
export async function endStaff(
  tx: Tx,
  clock: Clock,
  actor: ActorRef,
  { staffId }: { staffId: string },
): Promise<Ended> {
  if (!may(actor, 'manage-staff')) return { ok: false, refusal: 'not-allowed' };
  const { councilId } = actor;
  if (!(await keepsAnAdministrator(tx, councilId, staffId))) return { ok: false, refusal: 'last-administrator' };
  const now = clock.now();
  const left = await tx
    .updateTable('staff_members')
    .set({ left_at: now })
    .where('council_id', '=', councilId)
    .where('id', '=', staffId)
    .where('left_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  if (!left) return { ok: false, refusal: 'not-found' };
  await tx
    .updateTable('team_members')
    .set({ ended_at: now })
    .where('council_id', '=', councilId)
    .where('staff_id', '=', staffId)
    .where('ended_at', 'is', null)
    .execute();
  await voidInvitations(tx, clock, councilId, staffId);
  const sessionsEnded = await endSessionsOf(tx, clock, councilId, staffId);
  await recordAct(tx, clock, actor, { act: 'staff.left', subjectType: 'staff', subjectId: staffId });
  await publish(tx, clock, actor, staffEvent('staff.left', staffId));
  return { ok: true, sessionsEnded };
}
