import { hasRole } from '#modules/staff';
import type { ActorRef } from '#platform/actor';

/** Those who work with people's cases open the shown copy of what was sent to us. */
export function mayOpenFiles(actor: ActorRef): boolean {
  return actor.type === 'staff' && !hasRole(actor, 'councillor', 'partner');
}

/** The original holds where and when a photo was taken, and by which telephone: evidence, for few. */
export function mayOpenOriginals(actor: ActorRef): boolean {
  return hasRole(actor, 'complaints-officer', 'administrator');
}
