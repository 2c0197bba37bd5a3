import type { ContactPoint, CouncilConfig } from '#modules/councils';
import { type StaffActor, teamList } from '#modules/staff';
import type { Tx } from '#platform/db';

/** The lines that somebody may answer: those of their own teams, without the council's main one, which needs no choice. */
export async function linesOf(tx: Tx, actor: StaffActor, config: CouncilConfig): Promise<ContactPoint[]> {
  const teams = await teamList(tx, actor.councilId);
  const own = teams.filter(({ id }) => actor.teamIds.includes(id)).map(({ slug }) => slug);
  const { mainContactPoint } = config.profile.settings;
  return [...config.contactPoints.values()].filter(
    ({ slug, channel, team }) => channel === 'phone' && slug !== mainContactPoint && own.includes(team),
  );
}

/** The line that a call came in on: the one that was chosen, or the council's main one; none for what is no call to us. */
export function lineOf(
  { contactPoints, profile }: CouncilConfig,
  given: { channel: string; direction: string; line: string },
): string | undefined {
  if (given.channel !== 'phone' || given.direction !== 'in') return undefined;
  const { mainContactPoint } = profile.settings;
  return [given.line, mainContactPoint].find((slug) => contactPoints.get(slug)?.channel === 'phone');
}
