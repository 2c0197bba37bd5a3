import type { Ending } from '#modules/councils';
import { keepPromise, promisesOf, withdrawPromises } from '#modules/promises';
import type { ActorRef } from '#platform/actor';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import type { CaseRow } from './find-case.ts';

interface Settled {
  itsCase: CaseRow;
  ending: Ending;
  provisionalUntil: Date | null;
}

/** An answer or a decision is given by every ending that says why; work is done only by doing it. */
const ANSWERED: readonly Ending[] = ['refused', 'not-ours', 'below-level'];
const ANSWERS: readonly string[] = ['answer', 'decide'];

/**
 * Decide the open promises of a case that ends: kept or missed where what was promised has happened, withdrawn where
 * there is nothing left to do.
 */
export async function settlePromises(
  tx: Tx,
  clock: Clock,
  actor: ActorRef,
  { itsCase, ending, provisionalUntil }: Settled,
): Promise<void> {
  const promises = await promisesOf(tx, itsCase.council_id, [itsCase.id]);
  const isMet = (kind: string) => ending === 'done' || (ANSWERED.includes(ending) && ANSWERS.includes(kind));
  const doneAt = ending === 'done' ? await lastDoneAt(tx, clock, itsCase) : clock.now();
  for (const { id } of promises.filter(({ outcome, kind }) => outcome === null && isMet(kind))) {
    await keepPromise(tx, clock, actor, { promiseId: id, doneAt, provisionalUntil });
  }
  await withdrawPromises(tx, clock, actor, { subjectIds: [itsCase.id], because: ending });
}

/** When the work was finished, which can be before anybody ended the case. */
async function lastDoneAt(tx: Tx, clock: Clock, { council_id, id }: CaseRow): Promise<Date> {
  const { last } = await tx
    .selectFrom('jobs')
    .select(({ fn }) => fn.max('ended_at').as('last'))
    .where('council_id', '=', council_id)
    .where('case_id', '=', id)
    .where('state', '=', 'done')
    .executeTakeFirstOrThrow();
  return last ?? clock.now();
}
