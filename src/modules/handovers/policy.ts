import { type Actor, may, type StaffActor } from '#modules/staff';

/** Staff who work on cases see where they went, and may have one tried again. */
export function maySeeHandOvers(actor: Actor): boolean {
  return may(actor, 'work-cases');
}

/** Who says that it was passed on by hand, or what was answered: the destination's own team, and whoever may give cases away. */
export function mayAnswerFor(actor: StaffActor, { teamId }: { teamId: string | null }): boolean {
  if (!may(actor, 'work-cases')) return false;
  return may(actor, 'reassign-cases') || (teamId !== null && actor.teamIds.includes(teamId));
}

/** The back office's own system, by its token; or Frontdoor, which reads what came back at once. */
export function mayAnswer(actor: Actor): boolean {
  return actor.type === 'system' || (actor.type === 'machine' && may(actor, 'write-api'));
}
