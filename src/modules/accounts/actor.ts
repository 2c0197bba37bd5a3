import type { PublicActor } from '#modules/staff';
import type { ActorRef } from '#platform/actor';

/** A resident who is signed in to their account. */
export interface AccountActor extends PublicActor {
  readonly type: 'customer';
  /** Of the account. */
  readonly id: string;
  /** The record that is theirs, and all records that are the same person. */
  readonly customerId: string;
  readonly clusterId: string;
  readonly isDemonstration: boolean;
}

export function isAccount(actor: ActorRef): actor is AccountActor {
  return actor.type === 'customer' && 'customerId' in actor;
}
