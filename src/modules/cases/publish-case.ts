import type { ActorRef } from '#platform/actor';
import { recordAct } from '#platform/audit';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { publish } from '#platform/outbox';
import type { CaseEvent } from './events.ts';

interface CaseFact {
  type: CaseEvent;
  subjectId: string;
  data?: Record<string, unknown>;
}

/** Audit an act on a case, a job or an incident and tell the subscribers, in the caller's transaction. */
export async function publishCase(tx: Tx, clock: Clock, actor: ActorRef, fact: CaseFact): Promise<void> {
  const { type, subjectId, data = {} } = fact;
  const subjectType = type.slice(0, type.indexOf('.'));
  await recordAct(tx, clock, actor, { act: type, subjectType, subjectId, detail: data });
  await publish(tx, clock, actor, { type, subjectType, subjectId, data });
}
