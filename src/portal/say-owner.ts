import { type CouncilConfig, english } from '#modules/councils';

interface Owned {
  team: { slug: string; name: string };
  owner: { name: string; jobTitle: string } | null;
}

/** Who answers for a case: an officer by name with the team, or the team alone where its people answer by role. */
export function sayOwner({ teams }: CouncilConfig, { team, owner }: Owned): string {
  const definition = teams.get(team.slug);
  const name = definition ? english(definition.name) : team.name;
  if (!owner || definition?.answersBy === 'role') return `${name} deals with it.`;
  return `${owner.name}, ${owner.jobTitle}, in ${name}, owns it until it is done.`;
}
