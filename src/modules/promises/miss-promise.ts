import type { ActorRef } from '#platform/actor';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { findPromise, type PromiseRow } from './find-promise.ts';
import { publishPromise } from './publish-promise.ts';

interface MissPromise {
  promiseId: string;
  /** `not-fixed`: the customer says so; `not-done`: whoever had the work says that it will not be done. */
  because: 'not-fixed' | 'not-done';
}

type MissResult = { ok: true } | { ok: false; refusal: 'not-found' | 'decided' };

/**
 * The promise was not kept. An open one is decided; one that was kept provisionally turns to missed while the time
 * for "not fixed" runs. After that a kept promise stays kept: what comes later is a new failure.
 */
export async function missPromise(
  tx: Tx,
  clock: Clock,
  actor: ActorRef,
  { promiseId, because }: MissPromise,
): Promise<MissResult> {
  const promise = await findPromise(tx, actor.councilId, promiseId);
  if (!promise) return { ok: false, refusal: 'not-found' };
  if (!isOpenStill(promise, clock.now())) return { ok: false, refusal: 'decided' };
  await tx
    .updateTable('promises')
    .set({ outcome: 'missed', decided_at: clock.now(), provisional_until: null })
    .where('council_id', '=', actor.councilId)
    .where('id', '=', promiseId)
    .execute();
  await publishPromise(tx, clock, actor, { type: 'promise.missed', promise, data: { because } });
  return { ok: true };
}

function isOpenStill({ outcome, provisional_until: until }: PromiseRow, now: Date): boolean {
  return outcome === null || (outcome === 'kept' && until !== null && now < until);
}
