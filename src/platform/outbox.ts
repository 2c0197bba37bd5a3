import './tables.ts';
import { type Insertable, sql } from 'kysely';
import type { ActorRef } from './actor.ts';
import type { Clock } from './clock.ts';
import type { Database, Tx } from './db.ts';
import type { Deps } from './deps.ts';
import { newId } from './ids.ts';
import { prepared } from './prepared.ts';

/** A fact that others may act on: ids and a time, never the state itself; a handler reads that afresh. */
export interface DomainEvent {
  type: string;
  subjectType: string;
  subjectId: string;
  data?: Record<string, unknown>;
}

/** What a handler receives: the event's own ids, nothing that could have grown old on the way. */
export interface EventPayload {
  councilId: string;
  eventId: string;
  type: string;
  subjectId: string;
  data: Record<string, unknown>;
}

export interface TaskPayload {
  councilId: string;
  [key: string]: unknown;
}

type TaskHandler = (deps: Deps, payload: TaskPayload) => Promise<void>;

// Wiring, not state: filled once by each module's jobs.ts when the process is composed.
const tasks = new Map<string, TaskHandler>();
const subscribers = new Map<string, string[]>();

/** Name a piece of work for the queue. It runs at least once, so it must do no harm when it runs twice. */
export function defineTask(name: string, handler: TaskHandler): void {
  tasks.set(name, handler);
}

/** Have `handler` run, at least once, after each event of this type. `name` keys the delivery, so it never changes. */
export function subscribe(
  eventType: string,
  name: string,
  handler: (deps: Deps, event: EventPayload) => Promise<void>,
): void {
  defineTask(name, (deps, payload) => handler(deps, payload as unknown as EventPayload));
  const names = subscribers.get(eventType) ?? [];
  if (!names.includes(name)) subscribers.set(eventType, [...names, name]);
}

export function definedTasks(): ReadonlyMap<string, TaskHandler> {
  return tasks;
}

/**
 * Write down a fact and queue one delivery per subscriber, all in the caller's transaction: either all of it is
 * there after the commit, or none. All of it travels with the next statement. Returns the event's id.
 */
export async function publish(tx: Tx, clock: Clock, actor: ActorRef, event: DomainEvent): Promise<string> {
  const id = newId(clock);
  insertEvent.send(tx, {
    council_id: actor.councilId,
    id,
    type: event.type,
    subject_type: event.subjectType,
    subject_id: event.subjectId,
    actor_type: actor.type,
    actor_id: actor.id,
    occurred_at: clock.now(),
    data: JSON.stringify(event.data ?? {}),
  });
  const payload: EventPayload = {
    councilId: actor.councilId,
    eventId: id,
    type: event.type,
    subjectId: event.subjectId,
    data: event.data ?? {},
  };
  for (const name of subscribers.get(event.type) ?? []) {
    await enqueue(tx, name, { ...payload }, { key: `${name}:${id}` });
  }
  return id;
}

const insertEvent = prepared((tx, row: Insertable<Database['domain_events']>) =>
  tx.insertInto('domain_events').values({
    council_id: row.council_id,
    id: row.id,
    type: row.type,
    subject_type: row.subject_type,
    subject_id: row.subject_id,
    actor_type: row.actor_type,
    actor_id: row.actor_id,
    occurred_at: row.occurred_at,
    data: row.data,
  }),
);

interface EnqueueOptions {
  /** Two tasks with one key are one task. */
  key?: string;
  runAt?: Date;
  /** Tasks of one queue run one after another. */
  queue?: string;
}

/** Queue work in the caller's transaction; a rollback takes it back. */
export function enqueue(
  tx: Tx,
  task: string,
  payload: TaskPayload,
  { key, runAt, queue }: EnqueueOptions = {},
): Promise<void> {
  enqueueTask.send(tx, {
    task,
    payload: JSON.stringify(payload),
    key: key ?? null,
    runAt: runAt ?? null,
    queue: queue ?? null,
  });
  return Promise.resolve();
}

interface Task {
  task: string;
  payload: string;
  key: string | null;
  runAt: Date | null;
  queue: string | null;
}

const enqueueTask = prepared(
  (_tx, { task, payload, key, runAt, queue }: Task) =>
    sql`select enqueue(${task}, ${payload}::jsonb, ${key}, ${runAt}, ${queue})`,
);
