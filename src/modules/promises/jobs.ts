import { asOwner, inCouncil } from '#platform/db';
import type { Deps } from '#platform/deps';
import { defineTask, enqueue } from '#platform/outbox';
import { councilsWithDuePromises } from './councils-with-due-promises.ts';
import { SWEEP_BATCH, sweepPromises } from './sweep-promises.ts';

/** Every minute: see which councils have promises to warn of, and give each its own task. */
export const PROMISES_CRONTAB = '* * * * * promises-sweep';

export function definePromiseTasks(): void {
  defineTask('promises-sweep', async ({ db, clock }) => {
    await asOwner(db, async (tx) => {
      for (const councilId of await councilsWithDuePromises(tx, clock)) {
        const task = 'promises-sweep-council';
        await enqueue(tx, task, { councilId }, { key: `${task}:${councilId}` });
      }
    });
  });
  defineTask('promises-sweep-council', (deps, { councilId }) => sweepAll(deps, councilId));
}

async function sweepAll({ db, clock }: Deps, councilId: string): Promise<void> {
  while ((await inCouncil(db, councilId, (tx) => sweepPromises(tx, clock, councilId))) === SWEEP_BATCH);
}
