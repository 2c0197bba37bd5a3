import { type StaffActor, staffActor } from '#modules/staff';
import type { Tx } from '#platform/db';

export interface Cast {
  /** Those who take calls. */
  advisers: readonly [StaffActor, ...StaffActor[]];
  floorwalker: StaffActor;
  complaints: StaffActor;
  /** Who does the work of a team or partner: an officer before a manager. */
  officerOf(teamId: string): StaffActor | undefined;
  managerOf(teamId: string): StaffActor | undefined;
}

/** The demonstration's staff as they act. */
export async function castOf(tx: Tx, councilId: string): Promise<Cast> {
  const rows = await tx
    .selectFrom('staff_members')
    .select('id')
    .where('council_id', '=', councilId)
    .orderBy('slug')
    .execute();
  const staff: StaffActor[] = [];
  for (const { id } of rows) {
    const actor = await staffActor(tx, councilId, id);
    if (actor) staff.push(actor);
  }
  const named = (slug: string): StaffActor => {
    const found = staff.find((one) => one.slug === slug);
    if (!found) throw new Error(`the demonstration has no ${slug}`);
    return found;
  };
  const inTeam = (teamId: string) => staff.filter(({ teamIds }) => teamIds.includes(teamId));
  const isManager = ({ roles }: StaffActor) => roles.includes('team-manager');
  return {
    advisers: [named('ada-mensah'), named('ada-mensah'), named('grace-kim')],
    floorwalker: named('joe-tully'),
    complaints: named('helen-ross'),
    officerOf: (teamId) => inTeam(teamId).find((one) => !isManager(one)) ?? inTeam(teamId)[0],
    managerOf: (teamId) => inTeam(teamId).find(isManager) ?? inTeam(teamId)[0],
  };
}
