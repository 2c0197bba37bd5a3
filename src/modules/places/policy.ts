import { type Actor, hasRole } from '#modules/staff';

/** Crews' systems and the officers who run the rounds. */
export function mayRecordRounds(actor: Actor): boolean {
  if (actor.type === 'system') return true;
  if (actor.type === 'machine') return actor.role === 'api-write';
  return hasRole(actor, 'adviser', 'specialist', 'team-manager', 'service-owner', 'administrator');
}

/** The gazetteer, the rounds themselves, and what is collected where. */
export function mayKeepPlaces(actor: Actor): boolean {
  if (actor.type === 'system') return true;
  if (actor.type === 'machine') return actor.role === 'api-write';
  return hasRole(actor, 'specialist', 'team-manager', 'service-owner', 'administrator');
}

/** Whoever meets a danger may propose a marker; it warns nobody until another person has approved it. */
export function mayProposeMarker(actor: Actor): boolean {
  return hasRole(actor, 'adviser', 'specialist', 'floorwalker', 'team-manager', 'service-owner', 'administrator');
}

export function mayDecideMarker(actor: Actor): boolean {
  return hasRole(actor, 'team-manager', 'administrator');
}

/**
 * Those who visit, and those who send them. Never a councillor, a partner's whole firm or a machine: a crew reads those
 * of its own job on the job's sheet, which the house itself fills in.
 */
export function maySeeMarkers(actor: Actor): boolean {
  if (actor.type === 'system') return true;
  return hasRole(actor, 'adviser', 'specialist', 'floorwalker', 'team-manager', 'administrator');
}
