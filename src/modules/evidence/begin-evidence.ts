import { english } from '#modules/councils';
import type { ActorRef } from '#platform/actor';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { insertEvidence } from './insert-evidence.ts';
import { dayFor, piecesOf } from './pieces-of.ts';
import type { Planned } from './words.ts';

interface BeginEvidence {
  caseId: string;
  /** How the customer said that they would show each piece, by its id. */
  plans?: Readonly<Record<string, Planned>>;
}

/**
 * An application was opened: a row for each piece of evidence that its answers call for, under the version of the service
 * that it was opened with. Run again it adds nothing, so the door and the queue may both call it.
 *
 * @see docs/domain/evidence.md (source: B-43)
 */
export async function beginEvidence(
  tx: Tx,
  clock: Clock,
  actor: ActorRef,
  { caseId, plans = {} }: BeginEvidence,
): Promise<void> {
  const pieces = await piecesOf(tx, clock, { councilId: actor.councilId, caseId });
  if (!pieces) return;
  for (const { id, name, why, laterDays, required } of pieces.applying) {
    await insertEvidence(tx, clock, actor, {
      case_id: caseId,
      piece: id,
      name: english(name),
      why: english(why),
      planned: plans[id] ?? null,
      is_required: required,
      due_on: dayFor({ laterDays }, pieces.today),
    });
  }
}
