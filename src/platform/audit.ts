import type { Insertable } from 'kysely';
import './tables.ts';
import type { ActorRef } from './actor.ts';
import type { Clock } from './clock.ts';
import type { Database, Tx } from './db.ts';
import { newId } from './ids.ts';
import { prepared } from './prepared.ts';

interface Act {
  /** What was done, as a dotted past fact: `case.ended`, `staff.signed-in`. */
  act: string;
  subjectType: string;
  subjectId: string | null;
  /** Facts that help a later reader; never the content of a record, never personal data. */
  detail?: Record<string, unknown>;
}

/** Write down that somebody did something, in the same transaction as the deed. It travels with the next statement. */
export function recordAct(tx: Tx, clock: Clock, actor: ActorRef, act: Act): Promise<void> {
  return record(tx, clock, actor, { ...act, kind: 'act', purpose: null });
}

/**
 * Write down that somebody looked at a person's record, and why (architecture: reads carry a purpose).
 * @param read.purpose in the field's words: "answering a call", "working a job", "checking quality".
 */
export function recordRead(tx: Tx, clock: Clock, actor: ActorRef, read: Act & { purpose: string }): Promise<void> {
  return record(tx, clock, actor, { ...read, kind: 'read' });
}

function record(
  tx: Tx,
  clock: Clock,
  actor: ActorRef,
  entry: Act & { kind: 'act' | 'read'; purpose: string | null },
): Promise<void> {
  insertEntry.send(tx, {
    council_id: actor.councilId,
    id: newId(clock),
    at: clock.now(),
    actor_type: actor.type,
    actor_id: actor.id,
    actor_name: actor.name,
    kind: entry.kind,
    act: entry.act,
    subject_type: entry.subjectType,
    subject_id: entry.subjectId,
    purpose: entry.purpose,
    detail: JSON.stringify(entry.detail ?? {}),
  });
  return Promise.resolve();
}

const insertEntry = prepared((tx, row: Insertable<Database['audit_entries']>) =>
  tx.insertInto('audit_entries').values({
    council_id: row.council_id,
    id: row.id,
    at: row.at,
    actor_type: row.actor_type,
    actor_id: row.actor_id,
    actor_name: row.actor_name,
    kind: row.kind,
    act: row.act,
    subject_type: row.subject_type,
    subject_id: row.subject_id,
    purpose: row.purpose,
    detail: row.detail,
  }),
);
