import { caseFacts, recordHandOver } from '#modules/cases';
import type { Destination } from '#modules/councils';
import { makePromises, pausePromise, promisesOf, resumePromise } from '#modules/promises';
import { systemActor } from '#platform/actor';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';

interface Move {
  row: { council_id: string; id: string; case_id: string };
  destination: Destination;
  to: 'delivered' | 'answered';
}

/**
 * What delivery does to the clocks of the case, where the destination says so: begin the promise of its standard, or stop
 * those that run until it has answered. A promise that waits for the customer goes on waiting for the customer.
 */
export async function movePromises(tx: Tx, clock: Clock, { row, destination, to }: Move): Promise<void> {
  const { promise } = destination;
  if (promise === undefined) return;
  const facts = await caseFacts(tx, row.council_id, row.case_id);
  if (!facts || facts.row.ended_at !== null) return;
  const actor = { ...systemActor(row.council_id), name: destination.name.en };
  if (promise !== 'pauses') {
    if (to === 'answered') return;
    const { team_id: teamId, owner_id: ownerId } = facts.row;
    const subject = { subjectType: 'case', subjectId: row.case_id } as const;
    const made = await makePromises(tx, clock, actor, [{ ...subject, standard: promise.starts, teamId, ownerId }]);
    const [first] = made.ok ? made.promises : [];
    if (!first) return;
    const text = `${destination.name.en} has it. ${first.what.en}.`;
    await recordHandOver(tx, clock, actor, {
      caseId: row.case_id,
      audience: 'customer',
      text,
      sourceId: `${row.id}:promise`,
    });
    return;
  }
  const open = (await promisesOf(tx, row.council_id, [row.case_id])).filter(({ outcome }) => outcome === null);
  for (const { id } of open) {
    if (to === 'delivered')
      await pausePromise(tx, clock, actor, { promiseId: id, why: `${destination.name.en} has it` });
    else if (facts.row.waiting_for !== 'customer') await resumePromise(tx, clock, actor, { promiseId: id });
  }
  const text = to === 'delivered' ? `We wait for ${destination.name.en}.` : `${destination.name.en} has answered.`;
  await recordHandOver(tx, clock, actor, { caseId: row.case_id, audience: 'staff', text, sourceId: `${row.id}:${to}` });
}
