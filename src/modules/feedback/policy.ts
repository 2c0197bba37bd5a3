import { type Actor, may } from '#modules/staff';

/** Those who answer for a service and can change it. */
export function maySeeFeedback(actor: Actor): boolean {
  return may(actor, 'see-feedback');
}
