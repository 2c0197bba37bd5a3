import type { ActorRef } from '#platform/actor';
import { recordAct } from '#platform/audit';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { publish } from '#platform/outbox';
import type { PromiseEvent } from './events.ts';

interface PromiseFact {
  type: Exclude<PromiseEvent, 'promise.made'>;
  promise: { id: string; subject_type: string; subject_id: string };
  data?: Record<string, unknown>;
}

/** Audit a change of one promise and tell the subscribers, in the caller's transaction. */
export async function publishPromise(tx: Tx, clock: Clock, actor: ActorRef, fact: PromiseFact): Promise<void> {
  const { type, promise, data } = fact;
  const about = { subjectType: 'promise', subjectId: promise.id };
  const ids = { promiseId: promise.id, subjectType: promise.subject_type, subjectId: promise.subject_id };
  await recordAct(tx, clock, actor, { act: type, ...about, detail: { ...ids, ...data } });
  await publish(tx, clock, actor, { type, ...about, data: { ...ids, ...data } });
}
