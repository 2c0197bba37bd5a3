import type { ActorRef } from '#platform/actor';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { newId } from '#platform/ids';
import { findPromise, type PromiseRow } from './find-promise.ts';
import { publishPromise } from './publish-promise.ts';
import { readClock } from './stored-clock.ts';

interface PausePromise {
  promiseId: string;
  /** The question that waits for its answer, in a few words. */
  why: string;
}

/** `none`: the standard says that a question does not touch the clock, or the promise is overdue already. */
export type PauseEffect = 'pause' | 'restart' | 'none';
type PauseResult = { ok: true; effect: PauseEffect } | { ok: false; refusal: 'not-found' | 'decided' };

/**
 * A question has gone to the customer: stop the clock as the standard says. Asked twice, it stands once.
 *
 * @see docs/domain/promises.md#pauses
 */
export async function pausePromise(
  tx: Tx,
  clock: Clock,
  actor: ActorRef,
  { promiseId, why }: PausePromise,
): Promise<PauseResult> {
  const promise = await findPromise(tx, actor.councilId, promiseId);
  if (!promise) return { ok: false, refusal: 'not-found' };
  if (promise.outcome) return { ok: false, refusal: 'decided' };
  const effect = effectOf(promise, clock.now());
  if (effect === 'none' || promise.paused_at) return { ok: true, effect };
  const from = clock.now();
  await tx
    .insertInto('promise_pauses')
    .values({ council_id: actor.councilId, id: newId(clock), promise_id: promiseId, from_at: from, why, by: actor.id })
    .execute();
  await tx
    .updateTable('promises')
    .set({ paused_at: from })
    .where('council_id', '=', actor.councilId)
    .where('id', '=', promiseId)
    .execute();
  await publishPromise(tx, clock, actor, { type: 'promise.paused', promise });
  return { ok: true, effect };
}

function effectOf(promise: PromiseRow, now: Date): PauseEffect {
  const { spec } = readClock(promise.clock);
  return spec.onQuestion === 'nothing' || now > promise.due_at ? 'none' : spec.onQuestion;
}
