import { keepPromise, promisesOf } from '#modules/promises';
import { systemActor } from '#platform/actor';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import type { CaseRow } from './find-case.ts';
import { touchCase } from './touch-case.ts';

/**
 * The customer has been told something of this case, by a message that a provider took or by an adviser: that
 * acknowledges it, and the promise to acknowledge is kept or missed by the first time they were told.
 */
export async function acknowledgeCase(tx: Tx, clock: Clock, itsCase: CaseRow): Promise<void> {
  const promises = await promisesOf(tx, itsCase.council_id, [itsCase.id]);
  const told = promises.flatMap(({ toldAt }) => toldAt ?? []);
  const open = promises.filter(({ kind, outcome }) => kind === 'acknowledge' && outcome === null);
  const [first] = told.sort((one, other) => one.getTime() - other.getTime());
  if (!first || open.length === 0) return;
  for (const { id } of open) {
    await keepPromise(tx, clock, systemActor(itsCase.council_id), { promiseId: id, doneAt: first });
  }
  await touchCase(tx, clock, itsCase);
}
