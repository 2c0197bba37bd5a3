import { hasRole, may } from '#modules/staff';
import type { ActorRef } from '#platform/actor';

/** Whose work is with people: they may read and write customer records. Partners and councillors may not. */
export function mayUseCustomers(actor: ActorRef): boolean {
  return hasRole(
    actor,
    'adviser',
    'specialist',
    'floorwalker',
    'team-manager',
    'service-owner',
    'complaints-officer',
    'administrator',
  );
}

/** Another system of the council may read a record too; like a person's, its reading is logged. */
export function mayReadCustomers(actor: ActorRef): boolean {
  return mayUseCustomers(actor) || may(actor, 'read-api');
}

/** Records are also made by the house itself (an import) and by another system of the council. */
export function mayWriteCustomers(actor: ActorRef): boolean {
  if (actor.type === 'machine') return 'role' in actor && actor.role === 'api-write';
  return actor.type === 'system' || mayUseCustomers(actor);
}

/** A merge touches two people's histories: it takes a manager, a specialist or an administrator. */
export function mayMergeCustomers(actor: ActorRef): boolean {
  return hasRole(actor, 'team-manager', 'specialist', 'administrator');
}

/** Whoever is signed in to an account puts their own record right, and nobody else's. */
export function mayWriteRecord(actor: ActorRef, customerId: string): boolean {
  const isOwn = actor.type === 'customer' && 'customerId' in actor && actor.customerId === customerId;
  return isOwn || mayWriteCustomers(actor);
}
