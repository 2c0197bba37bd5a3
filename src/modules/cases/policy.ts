import type { Ending } from '#modules/councils';
import { type Actor, isStaff, may, type StaffActor } from '#modules/staff';

/** Who answers for a case, as the rules need it. */
interface Owned {
  team_id: string;
  owner_id: string | null;
}

/** Staff who work on the council's cases. Partners and councillors see what is theirs and nothing else. */
export function mayWorkCases(actor: Actor): actor is StaffActor {
  return isStaff(actor) && may(actor, 'work-cases');
}

/** Anyone at a door may report; a job's link opens that job alone, and a reading token writes nothing. */
export function mayOpenCase(actor: Actor): boolean {
  return mayAddTo(actor);
}

/** Whoever holds the reference of a case may add to it: it cannot be guessed, and adding shows nothing. */
export function mayAddTo(actor: Actor): boolean {
  if (actor.type === 'partner') return false;
  if (actor.type === 'machine') return may(actor, 'write-open311');
  return !isStaff(actor) || may(actor, 'see-cases');
}

/** The back office's own system speaks for the team whose work it keeps. */
function speaksForTeams(actor: Actor): boolean {
  return actor.type === 'machine' && may(actor, 'write-api');
}

/** Who may mend a wrong service or team: anyone who works cases, for it is seen first by whoever opens it. */
export function mayMove(actor: Actor): boolean {
  return mayWorkCases(actor) || speaksForTeams(actor);
}

/** Those who decide about a case: its owner, its team, whoever may reassign, and the house itself where a rule says so. */
export function mayDecide(actor: Actor, owned: Owned): boolean {
  if (actor.type === 'system' || speaksForTeams(actor)) return true;
  if (!mayWorkCases(actor)) return false;
  return actor.id === owned.owner_id || actor.teamIds.includes(owned.team_id) || may(actor, 'reassign-cases');
}

/**
 * Who may end a case. An adviser at the desk may take back what the customer takes back, and join a duplicate to the
 * case that it repeats; calling it done, refusing it or passing it on is for those who answer for it.
 */
export function mayEnd(actor: Actor, owned: Owned, ending: Ending): boolean {
  if (actor.type === 'system' || speaksForTeams(actor)) return true;
  if (!mayWorkCases(actor)) return false;
  const isTheirs = actor.id === owned.owner_id || actor.teamIds.includes(owned.team_id);
  return isTheirs || ending === 'withdrawn' || ending === 'duplicate' || actor.roles.includes('team-manager');
}
