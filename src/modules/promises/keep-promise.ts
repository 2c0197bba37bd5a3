import type { ActorRef } from '#platform/actor';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { outcomeOf } from './clock/outcome-of.ts';
import { findPromise, type PromiseRow } from './find-promise.ts';
import { publishPromise } from './publish-promise.ts';
import { resumePromise } from './resume-promise.ts';
import { startFollowing } from './start-following.ts';

interface KeepPromise {
  promiseId: string;
  /** When what was promised was done, in the words of whoever did it; not when we heard of it. */
  doneAt: Date;
  /** Until when the customer may say "not fixed"; null where there is nothing to dispute. */
  provisionalUntil?: Date | null;
}

type KeepResult =
  | { ok: true; outcome: 'kept' | 'missed' }
  | { ok: false; refusal: 'not-found' | 'decided' | 'in-the-future' };

/**
 * What was promised has been done. Done at or before the due instant is kept, later is missed. A promise that waited
 * for the customer runs on first: done without the answer is done.
 */
export async function keepPromise(
  tx: Tx,
  clock: Clock,
  actor: ActorRef,
  { promiseId, doneAt, provisionalUntil = null }: KeepPromise,
): Promise<KeepResult> {
  if (doneAt > clock.now()) return { ok: false, refusal: 'in-the-future' };
  const found = await findPromise(tx, actor.councilId, promiseId);
  if (!found) return { ok: false, refusal: 'not-found' };
  if (found.outcome) return { ok: false, refusal: 'decided' };
  const resumed = found.paused_at ? await resumePromise(tx, clock, actor, { promiseId }) : null;
  const outcome = outcomeOf(resumed?.ok ? resumed.dueAt : found.due_at, doneAt);
  await decide(tx, clock, found, { outcome, doneAt, provisionalUntil: outcome === 'kept' ? provisionalUntil : null });
  await publishPromise(tx, clock, actor, { type: `promise.${outcome}`, promise: found });
  await startFollowing(tx, clock, actor, { promise: found, doneAt });
  return { ok: true, outcome };
}

interface Decision {
  outcome: 'kept' | 'missed';
  doneAt: Date;
  provisionalUntil: Date | null;
}

async function decide(tx: Tx, clock: Clock, promise: PromiseRow, decision: Decision): Promise<void> {
  await tx
    .updateTable('promises')
    .set({
      outcome: decision.outcome,
      done_at: decision.doneAt,
      decided_at: clock.now(),
      provisional_until: decision.provisionalUntil,
    })
    .where('council_id', '=', promise.council_id)
    .where('id', '=', promise.id)
    .execute();
}
