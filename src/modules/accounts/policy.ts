import { may, type StaffActor } from '#modules/staff';
import type { ActorRef } from '#platform/actor';

/** Everybody who talks with residents may set an account up with them. */
export function maySetUpAccounts(actor: ActorRef): actor is StaffActor {
  return actor.type === 'staff' && may(actor, 'set-up-accounts');
}
