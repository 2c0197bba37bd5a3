import type { Actor } from '#modules/staff';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { touchCase } from './touch-case.ts';
import { writeEntry } from './write-entry.ts';

interface DecisionNews {
  caseId: string;
  /** As the customer may read it. */
  text: string;
  data: Record<string, unknown>;
  /** The same source id twice is the same news. */
  sourceId: string;
}

/** Put what was decided, or what became of it, into the story of a case, whether it has ended or not. */
export async function recordDecision(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  { caseId, ...news }: DecisionNews,
): Promise<void> {
  await writeEntry(tx, clock, actor, { caseId, kind: 'decision', audience: 'customer', ...news });
  await touchCase(tx, clock, { council_id: actor.councilId, id: caseId });
}
