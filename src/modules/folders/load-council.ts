import { claimCouncil, type EditedAtDesk, keepDocuments, nameCouncil } from '#modules/councils';
import { defineRounds } from '#modules/places';
import { defineDemonstrationStaff, defineTeams, type SystemActor } from '#modules/staff';
import type { ActorRef } from '#platform/actor';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import type { Council } from './council.ts';
import { documentsOf } from './documents-of.ts';
import { roundPlans, teamPlans } from './plans.ts';

/** Who loads: Frontdoor itself, or somebody at its command line. The council may not exist yet. */
export type Loader = Pick<ActorRef, 'name'>;

export interface LoadCouncil {
  readonly council: Council;
  /** Whether the people of the folder may sign in with one press; without it they do not exist (contract: `DEMO`). */
  readonly withPeople: boolean;
}

export type LoadedCouncil =
  | { ok: true; councilId: string; made: number; ended: number }
  | { ok: false; refusal: 'edited-at-desk'; edited: EditedAtDesk[] };

/**
 * Put a checked folder in force, in one transaction as the owner. Loading the same folder again does nothing; a changed
 * document makes a new version and what runs keeps its own.
 *
 * Refuses, having changed nothing, when a document was edited at the desk since.
 */
export async function loadCouncil(
  tx: Tx,
  clock: Clock,
  loader: Loader,
  { council, withPeople }: LoadCouncil,
): Promise<LoadedCouncil> {
  const councilId = await claimCouncil(tx, clock, council.profile);
  const actor: SystemActor = { councilId, type: 'system', id: null, name: loader.name };
  const kept = await keepDocuments(tx, clock, actor, documentsOf(council));
  if (!kept.ok && kept.refusal === 'edited-at-desk') return kept;
  mustBe(kept);
  await nameCouncil(tx, councilId, council.profile);
  mustBe(await defineTeams(tx, clock, actor, teamPlans(council)));
  if (withPeople) {
    mustBe(await defineDemonstrationStaff(tx, clock, actor, council.staff.map(inTeams)));
    // Managers can be named only once they are here.
    mustBe(await defineTeams(tx, clock, actor, teamPlans(council)));
  }
  mustBe(await defineRounds(tx, actor, roundPlans(council)));
  return { ok: true, councilId, made: kept.made, ended: kept.ended };
}

/** A partner is a team of its own kind, so a partner's worker is a member of it. */
function inTeams({ partner, teams, ...person }: Council['staff'][number]) {
  return { ...person, teams: partner === undefined ? teams : [...teams, partner] };
}

function mustBe<T extends { ok: boolean }>(result: T): asserts result is Extract<T, { ok: true }> {
  if (!result.ok) throw new Error('Frontdoor itself may load a council');
}
