import { hasRole, isStaff, type StaffActor } from '#modules/staff';
import type { ActorRef } from '#platform/actor';

/** Partners and councillors see cases, not the council's conversations. */
export function mayHandleContacts(actor: ActorRef): actor is StaffActor {
  return (
    isStaff(actor) &&
    hasRole(
      actor,
      'adviser',
      'specialist',
      'floorwalker',
      'team-manager',
      'service-owner',
      'complaints-officer',
      'administrator',
    )
  );
}

/** A live contact is worked by the one who took it, until it is passed on. */
export function isTheirs(actor: StaffActor, contact: { staff_id: string | null }): boolean {
  return contact.staff_id === null || contact.staff_id === actor.id;
}

/** A mark starts a clock that the law may know, so nearly everyone may set one; partners tell the council instead. */
export function mayMark(actor: ActorRef): boolean {
  if (actor.type === 'machine') return 'role' in actor && actor.role === 'api-write';
  return actor.type === 'staff' ? !hasRole(actor, 'partner') : actor.type !== 'partner';
}

/** A mark is worked by its own team and by nobody else; a confidential one is not even seen by others. */
export function mayWorkMark(actor: ActorRef, mark: { team_id: string }): actor is StaffActor {
  return isStaff(actor) && actor.teamIds.includes(mark.team_id);
}
