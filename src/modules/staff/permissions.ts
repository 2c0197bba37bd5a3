import type { ActorRef } from '#platform/actor';
import type { MachineRole, Role } from './actor.ts';

/**
 * Who may do what: the whole matrix on one screen. A policy asks `may(actor, …)` inside the write, so no route can
 * forget it. Being in the right team is asked on top of this by the module that owns the thing.
 * Roles after the strategies' S-08 to S-40; a person may have several and may then do the sum of them.
 */
const MATRIX = {
  'see-customers': ['adviser', 'specialist', 'floorwalker', 'team-manager', 'service-owner', 'complaints-officer'],
  'change-customers': ['adviser', 'specialist', 'floorwalker', 'team-manager', 'complaints-officer'],
  'merge-customers': ['specialist', 'team-manager'],
  'take-contacts': ['adviser', 'specialist', 'floorwalker', 'team-manager', 'complaints-officer'],
  'see-cases': [
    'adviser',
    'specialist',
    'floorwalker',
    'team-manager',
    'service-owner',
    'complaints-officer',
    'councillor',
  ],
  'work-cases': ['adviser', 'specialist', 'floorwalker', 'team-manager', 'service-owner', 'complaints-officer'],
  'reassign-cases': ['specialist', 'team-manager', 'service-owner'],
  'work-jobs': ['specialist', 'partner', 'team-manager', 'service-owner'],
  'run-incidents': ['specialist', 'team-manager', 'service-owner'],
  'message-many': ['team-manager', 'service-owner'],
  'review-public-text': ['specialist', 'team-manager', 'service-owner'],
  'see-safety-markers': ['adviser', 'specialist', 'floorwalker', 'partner', 'team-manager', 'service-owner'],
  'propose-safety-markers': ['adviser', 'specialist', 'floorwalker', 'team-manager'],
  'approve-safety-markers': ['team-manager'],
  'see-protected-facts': ['specialist', 'team-manager'],
  'answer-complaints': ['complaints-officer', 'team-manager'],
  'see-measures': ['team-manager', 'service-owner', 'complaints-officer', 'administrator', 'councillor'],
  'see-feedback': ['team-manager', 'service-owner', 'complaints-officer', 'administrator'],
  'see-outbox': ['adviser', 'specialist', 'team-manager', 'service-owner', 'administrator'],
  'change-services': ['service-owner', 'administrator'],
  'set-up-accounts': ['adviser', 'specialist', 'floorwalker', 'team-manager', 'complaints-officer', 'administrator'],
  'manage-staff': ['administrator'],
  'manage-tokens': ['administrator'],
  'search-audit': ['administrator'],
  'hold-records': ['team-manager', 'administrator'],
  'dispose-records': ['administrator'],
} as const satisfies Record<string, readonly Role[]>;

/** What a program may do, by the role of its token. */
const MACHINE_MATRIX = {
  'read-api': ['api-read', 'api-write'],
  'write-api': ['api-write'],
  'read-open311': ['open311', 'api-read', 'api-write'],
  'write-open311': ['open311', 'api-write'],
  'see-cases': ['api-read', 'api-write'],
  'run-incidents': ['api-write'],
} as const satisfies Record<string, readonly MachineRole[]>;

export type Permission = keyof typeof MATRIX;
export type MachinePermission = keyof typeof MACHINE_MATRIX;

/**
 * May this actor do this? Frontdoor itself (due dates, loading, the command line) may do anything; a visitor, a
 * customer and the holder of a job link nothing of this list.
 */
export function may(actor: ActorRef, permission: Permission | MachinePermission): boolean {
  if (actor.type === 'system') return true;
  if (actor.type === 'staff') return isOf(MATRIX, permission) && shares(rolesOf(actor), MATRIX[permission]);
  if (actor.type === 'machine')
    return isOf(MACHINE_MATRIX, permission) && shares(rolesOf(actor), MACHINE_MATRIX[permission]);
  return false;
}

/** The roles that may do this, for a page that says whom to ask. */
export function rolesThatMay(permission: Permission): readonly Role[] {
  return MATRIX[permission];
}

function isOf<M extends object>(matrix: M, permission: PropertyKey): permission is keyof M {
  return Object.hasOwn(matrix, permission);
}

function rolesOf(actor: ActorRef): readonly string[] {
  if ('roles' in actor && Array.isArray(actor.roles)) return actor.roles as string[];
  return 'role' in actor && typeof actor.role === 'string' ? [actor.role] : [];
}

function shares(has: readonly string[], wanted: readonly string[]): boolean {
  return has.some((role) => wanted.includes(role));
}
