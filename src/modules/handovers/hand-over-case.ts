import { caseFacts } from '#modules/cases';
import type { Actor } from '#modules/staff';
import { recordAct } from '#platform/audit';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { insertHandOver } from './begin-hand-overs.ts';
import { destinationOf } from './destination-of.ts';
import { maySeeHandOvers } from './policy.ts';
import { wakeDestination } from './wake-destination.ts';

interface HandOverCase {
  /** Id. */
  caseId: string;
  /** Slug of one of the council's destinations, whether the service names it or not. */
  destination: string;
}

export type HandOverCaseResult =
  | { ok: true; handOverId: string }
  | { ok: false; refusal: 'not-allowed' | 'not-found' | 'unknown-destination' | 'goes-there-already' };

/** Send a case somewhere that its service does not name, because somebody there needs it too. */
export async function handOverCase(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  { caseId, destination: slug }: HandOverCase,
): Promise<HandOverCaseResult> {
  if (!maySeeHandOvers(actor)) return { ok: false, refusal: 'not-allowed' };
  const destination = await destinationOf(tx, actor.councilId, slug);
  if (!destination) return { ok: false, refusal: 'unknown-destination' };
  const facts = await caseFacts(tx, actor.councilId, caseId);
  if (!facts) return { ok: false, refusal: 'not-found' };
  const handOverId = await insertHandOver(tx, clock, facts, destination);
  if (handOverId === undefined) return { ok: false, refusal: 'goes-there-already' };
  await recordAct(tx, clock, actor, { act: 'hand-over.begun', subjectType: 'hand-over', subjectId: handOverId });
  await wakeDestination(tx, clock, { councilId: actor.councilId, destination: slug });
  return { ok: true, handOverId };
}
