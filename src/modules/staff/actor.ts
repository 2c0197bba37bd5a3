import type { StaffRole as Role } from '#modules/councils';
import type { ActorRef } from '#platform/actor';

export { STAFF_ROLES as ROLES, type StaffRole as Role } from '#modules/councils';

export const MACHINE_ROLES = ['api-read', 'api-write', 'open311'] as const;
export type MachineRole = (typeof MACHINE_ROLES)[number];

/** A signed-in person who works for (or with) this council. */
export interface StaffActor extends ActorRef {
  readonly type: 'staff';
  readonly id: string;
  readonly slug: string;
  readonly jobTitle: string;
  readonly roles: readonly Role[];
  readonly skills: readonly string[];
  readonly teamIds: readonly string[];
  /** The team that the person mainly works in; its inbox answers for them. */
  readonly teamId: string | null;
}

/** A program with a token: another system of the council, a partner's, an Open311 client. */
export interface MachineActor extends ActorRef {
  readonly type: 'machine';
  readonly id: string;
  readonly role: MachineRole;
}

/** Somebody at a crew or partner who followed the link of one job sheet, and may do that job and nothing else. */
export interface JobLinkActor extends ActorRef {
  readonly type: 'partner';
  readonly id: string;
  readonly jobId: string;
}

/** A resident at the public door, signed in or not. */
export interface PublicActor extends ActorRef {
  readonly type: 'public' | 'customer';
}

export interface SystemActor extends ActorRef {
  readonly type: 'system';
}

export type Actor = StaffActor | MachineActor | JobLinkActor | PublicActor | SystemActor;

export function isStaff(actor: ActorRef): actor is StaffActor {
  return actor.type === 'staff';
}

export function hasRole(actor: ActorRef, ...roles: Role[]): boolean {
  return isStaff(actor) && actor.roles.some((role) => roles.includes(role));
}

/** A visitor of the portal. Nothing is known of them but what they type. */
export function visitor(councilId: string): PublicActor {
  return { councilId, type: 'public', id: null, name: 'a resident online' };
}
