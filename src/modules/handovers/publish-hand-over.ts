import { systemActor } from '#platform/actor';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { publish } from '#platform/outbox';
import type { HandOverEvent } from './events.ts';

interface Fact {
  row: { council_id: string; id: string; case_id: string };
  type: HandOverEvent;
  data?: Record<string, unknown>;
}

/** Tell the subscribers what became of a hand-over, in the caller's transaction. */
export async function publishHandOver(tx: Tx, clock: Clock, { row, type, data = {} }: Fact): Promise<void> {
  const event = { type, subjectType: 'hand-over', subjectId: row.id, data: { caseId: row.case_id, ...data } };
  await publish(tx, clock, systemActor(row.council_id), event);
}
