import type { ActorRef } from '#platform/actor';
import { recordAct } from '#platform/audit';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { publish } from '#platform/outbox';
import type { DecisionEvent } from './events.ts';

interface Fact {
  type: DecisionEvent;
  row: { id: string; case_id: string };
}

/** Audit an act on a decision and tell the subscribers, in the caller's transaction. */
export async function publishDecision(tx: Tx, clock: Clock, actor: ActorRef, { type, row }: Fact): Promise<void> {
  const about = { subjectType: 'decision', subjectId: row.id };
  await recordAct(tx, clock, actor, { act: type, ...about, detail: { caseId: row.case_id } });
  await publish(tx, clock, actor, { type, ...about, data: { caseId: row.case_id } });
}
