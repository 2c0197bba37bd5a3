import { type Actor, isStaff } from '#modules/staff';

/** Everybody who works for the council; a partner's staff see their own jobs and nothing else. */
export function maySeeFigures(actor: Actor): boolean {
  return isStaff(actor) && actor.roles.some((role) => role !== 'partner');
}
