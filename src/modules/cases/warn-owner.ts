import { promisesOf } from '#modules/promises';
import { systemActor } from '#platform/actor';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import type { CaseRow } from './find-case.ts';
import { writeEntry } from './write-entry.ts';

/** Put the warning where the owner works: in the story of the case, for staff. Once a promise. */
export async function warnOwner(tx: Tx, clock: Clock, itsCase: CaseRow, promiseId: string): Promise<void> {
  const promise = (await promisesOf(tx, itsCase.council_id, [itsCase.id])).find(({ id }) => id === promiseId);
  if (promise?.outcome !== null) return;
  await writeEntry(tx, clock, systemActor(itsCase.council_id), {
    caseId: itsCase.id,
    kind: 'promise',
    audience: 'staff',
    text: `At risk: ${promise.what.en}.`,
    data: { promiseId, dueAt: promise.dueAt.toISOString(), ownerId: itsCase.owner_id },
    sourceId: `at-risk:${promiseId}`,
  });
}
