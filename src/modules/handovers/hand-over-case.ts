import { findCase } from '#modules/cases';
import type { Actor } from '#modules/staff';
import { recordAct } from '#platform/audit';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { insertHandOver } from './begin-hand-overs.ts';
import { destinationOf } from './destination-of.ts';
import { maySeeHandOvers } from './policy.ts';
import { wakeDestination } from './wake-destination.ts';

interface HandOverCase {
  /** Id or reference. */
  case: string;
  /** Slug of one of the council's destinations, whether the service names it or not. */
  destination: string;
}

export type HandOverCaseResult =
  | { ok: true; handOverId: string }
  | { ok: false; refusal: 'not-allowed' | 'not-found' | 'ended' | 'unknown-destination' | 'goes-there-already' };

/** Send a case somewhere that its service did not send it, because somebody there needs it too. Not one that has ended. */
export async function handOverCase(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  command: HandOverCase,
): Promise<HandOverCaseResult> {
  if (!maySeeHandOvers(actor)) return { ok: false, refusal: 'not-allowed' };
  const destination = await destinationOf(tx, actor.councilId, command.destination);
  if (!destination) return { ok: false, refusal: 'unknown-destination' };
  const row = await findCase(tx, actor.councilId, command.case);
  if (!row) return { ok: false, refusal: 'not-found' };
  if (row.ended_at) return { ok: false, refusal: 'ended' };
  const handOverId = await insertHandOver(tx, clock, { row }, destination);
  if (handOverId === undefined) return { ok: false, refusal: 'goes-there-already' };
  await recordAct(tx, clock, actor, { act: 'hand-over.begun', subjectType: 'hand-over', subjectId: handOverId });
  await wakeDestination(tx, clock, { councilId: actor.councilId, destination: destination.slug });
  return { ok: true, handOverId };
}
