import { asOwner } from '#platform/db';
import { defineTask, enqueue } from '#platform/outbox';
import { leaveDrafts } from './leave-drafts.ts';

const EVERY_COUNCIL = 'forms-leave-drafts';
const ONE_COUNCIL = 'forms-leave-drafts-council';

/** At ten past each hour: saved forms that nobody goes on with. */
export const FORMS_CRONTAB = `10 * * * * ${EVERY_COUNCIL}`;

export function defineFormTasks(): void {
  defineTask(EVERY_COUNCIL, async ({ db }) => {
    await asOwner(db, async (tx) => {
      for (const { id } of await tx.selectFrom('councils').select('id').execute()) {
        await enqueue(tx, ONE_COUNCIL, { councilId: id }, { key: `${ONE_COUNCIL}:${id}`, queue: ONE_COUNCIL });
      }
    });
  });
  defineTask(ONE_COUNCIL, async (deps, { councilId }) => {
    await leaveDrafts(deps, councilId);
  });
}
