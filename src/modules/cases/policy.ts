import type { Ending } from '#modules/councils';
import { type Actor, hasRole, isStaff, type StaffActor } from '#modules/staff';

/** Who answers for a case or a job, as the rules need it. */
interface Owned {
  team_id: string;
  owner_id: string | null;
}

/** Staff of the council who see its cases: everyone but partners and councillors, who see what is theirs. */
export function mayWorkCases(actor: Actor): actor is StaffActor {
  return (
    isStaff(actor) &&
    hasRole(
      actor,
      'adviser',
      'specialist',
      'floorwalker',
      'team-manager',
      'service-owner',
      'complaints-officer',
      'administrator',
    )
  );
}

/** Anyone at a door may report; a job's link opens that job alone, and a reading token writes nothing. */
export function mayOpenCase(actor: Actor): boolean {
  if (actor.type === 'partner') return false;
  if (actor.type === 'machine') return actor.role !== 'api-read';
  return !isStaff(actor) || mayWorkCases(actor) || hasRole(actor, 'councillor');
}

/** Those who decide about a case: its owner, its team, a manager, and the house itself where a rule says so. */
export function mayDecide(actor: Actor, owned: Owned): boolean {
  if (actor.type === 'system') return true;
  if (!mayWorkCases(actor)) return false;
  return (
    actor.id === owned.owner_id ||
    actor.teamIds.includes(owned.team_id) ||
    hasRole(actor, 'team-manager', 'service-owner')
  );
}

/**
 * Who may end a case. An adviser at the desk may take back what the customer takes back, and join a duplicate to the
 * case that it repeats; calling it done, refusing it or passing it on is for those who answer for it.
 */
export function mayEnd(actor: Actor, owned: Owned, ending: Ending): boolean {
  if (mayDecide(actor, owned)) return true;
  return mayWorkCases(actor) && (ending === 'withdrawn' || ending === 'duplicate');
}

/** Whoever holds the reference of a case may add to it: it cannot be guessed, and adding shows nothing. */
export function mayAddTo(actor: Actor): boolean {
  if (actor.type === 'partner') return false;
  if (actor.type === 'machine') return actor.role !== 'api-read';
  return !isStaff(actor) || mayWorkCases(actor) || hasRole(actor, 'councillor');
}
