import { type Actor, hasRole } from '#modules/staff';

/** Another system's whole past is brought in from the terminal or by an administrator. */
export function mayImport(actor: Actor): boolean {
  return actor.type === 'system' || hasRole(actor, 'administrator');
}
