import { type CouncilIdentity, councilOfSlug } from '#modules/councils';
import type { SystemActor } from '#modules/staff';
import { systemActor } from '#platform/actor';
import type { Deps } from '#platform/deps';
import { createLog } from '#platform/log';
import { openHouse } from '../house.ts';
import { type CommandLine, textFlag, UsageError } from './command.ts';

interface Inside {
  deps: Deps;
  council: CouncilIdentity;
  /** What is done at the terminal is done by the house itself. */
  actor: SystemActor;
}

/** Open the house for one command of one council, and close it whatever happens. */
export async function inHouse(
  line: CommandLine,
  slug: string,
  work: (inside: Inside) => Promise<number>,
): Promise<number> {
  const house = await openHouse(line.config, createLog(line.config.logLevel));
  try {
    const council = await councilOfSlug(house.deps.db, slug);
    if (!council)
      throw new UsageError(`There is no council "${slug}". "frontdoor councils load <folder>" brings one in.`);
    return await work({ deps: house.deps, council, actor: systemActor(council.id) });
  } finally {
    await house.close();
  }
}

/** The council that a command is about: what was said, else the one of hosts that no council lists. */
export function councilNamed(line: CommandLine): string {
  const slug = textFlag(line, 'council') ?? line.config.defaultCouncil;
  if (slug === undefined) throw new UsageError('Say which council: --council <slug>.');
  return slug;
}
