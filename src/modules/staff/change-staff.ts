import type { ActorRef } from '#platform/actor';
import { recordAct } from '#platform/audit';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { publish } from '#platform/outbox';
import type { Role } from './actor.ts';
import { staffEvent } from './events.ts';
import { keepsAnAdministrator } from './last-administrator.ts';
import { may } from './permissions.ts';
import './tables.ts';

export interface ChangeStaff {
  staffId: string;
  name: string;
  jobTitle: string;
  roles: readonly Role[];
  skills: readonly string[];
}

type Changed = { ok: true } | { ok: false; refusal: 'not-allowed' | 'not-found' | 'last-administrator' };

/** A mover: name, job title, roles and skills as they are from now on. Works at once, in open sessions too. */
export async function changeStaff(tx: Tx, clock: Clock, actor: ActorRef, command: ChangeStaff): Promise<Changed> {
  if (!may(actor, 'manage-staff')) return { ok: false, refusal: 'not-allowed' };
  const before = await memberBefore(tx, actor.councilId, command.staffId);
  if (!before) return { ok: false, refusal: 'not-found' };
  if (!command.roles.includes('administrator') && !(await keepsAnAdministrator(tx, actor.councilId, command.staffId)))
    return { ok: false, refusal: 'last-administrator' };
  const after = { job_title: command.jobTitle.trim(), roles: [...command.roles], skills: [...command.skills] };
  await tx
    .updateTable('staff_members')
    .set({ ...after, name: command.name.trim() })
    .where('council_id', '=', actor.councilId)
    .where('id', '=', command.staffId)
    .execute();
  await recordAct(tx, clock, actor, {
    act: 'staff.changed',
    subjectType: 'staff',
    subjectId: command.staffId,
    detail: { before, after },
  });
  await publish(tx, clock, actor, staffEvent('staff.moved', command.staffId));
  return { ok: true };
}

function memberBefore(tx: Tx, councilId: string, staffId: string) {
  return tx
    .selectFrom('staff_members')
    .select(['job_title', 'roles', 'skills'])
    .where('council_id', '=', councilId)
    .where('id', '=', staffId)
    .where('left_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
}
