import { keepPromise } from '#modules/promises';
import type { Actor } from '#modules/staff';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import './tables.ts';

interface EndReview {
  councilId: string;
  decisionId: string;
  state: 'upheld' | 'changed';
  words: string | null;
}

/** End the open review of a decision, if there is one, and with it its promise. Says whether there was one. */
export async function endReview(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  { councilId, decisionId, state, words }: EndReview,
): Promise<boolean> {
  const ended = await tx
    .updateTable('decision_reviews')
    .set({ state, words, ended_at: clock.now(), ended_by: actor.id, ended_by_name: actor.name })
    .where('council_id', '=', councilId)
    .where('decision_id', '=', decisionId)
    .where('state', '=', 'open')
    .returning('promise_id')
    .executeTakeFirst();
  if (!ended) return false;
  await keepPromise(tx, clock, actor, { promiseId: ended.promise_id, doneAt: clock.now() });
  return true;
}
