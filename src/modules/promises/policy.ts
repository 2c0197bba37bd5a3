import { type Actor, hasRole, may } from '#modules/staff';
import type { ActorRef } from '#platform/actor';

/** A member of staff who spoke, or the house itself when a provider has taken the message. */
export function mayTell(actor: ActorRef): boolean {
  return actor.type === 'staff' || actor.type === 'system';
}

/** A new date is agreed by who answers for the promise: its owner, its team, or a manager. */
export function mayRenegotiate(
  actor: Actor | ActorRef,
  promise: { owner_id: string | null; team_id: string | null },
): boolean {
  if (actor.type === 'system') return true;
  // The back office's own system speaks for the team whose work it keeps; the customer is told all the same.
  if (actor.type === 'machine') return may(actor, 'write-api');
  if (hasRole(actor, 'team-manager', 'service-owner') || actor.id === promise.owner_id) return actor.type === 'staff';
  return 'teamIds' in actor && promise.team_id !== null && actor.teamIds.includes(promise.team_id);
}
