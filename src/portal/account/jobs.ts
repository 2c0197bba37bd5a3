import { councilsWithLeft, followUpRegistrations, forgetTries } from '#modules/accounts';
import { asOwner, inCouncil } from '#platform/db';
import type { Deps } from '#platform/deps';
import { defineTask, enqueue } from '#platform/outbox';
import { accountMessage } from './account-message.ts';

/** Every ten minutes: see who has left a registration, and write to them once. */
export const ACCOUNTS_CRONTAB = '*/10 * * * * accounts-sweep';
const FOLLOW_UP = 'accounts-follow-up';

export function defineAccountTasks(): void {
  defineTask('accounts-sweep', ({ db, clock }) =>
    asOwner(db, async (tx) => {
      await forgetTries(tx, clock);
      for (const councilId of await councilsWithLeft(tx, clock)) {
        await enqueue(tx, FOLLOW_UP, { councilId }, { key: `${FOLLOW_UP}:${councilId}` });
      }
    }),
  );
  defineTask(FOLLOW_UP, (deps, { councilId }) => followUp(deps, councilId));
}

/** The registration is stamped and its message written in one transaction: nobody is written to twice. */
async function followUp(deps: Deps, councilId: string): Promise<void> {
  await inCouncil(deps.db, councilId, async (tx) => {
    for (const { id, name, channel, address, path } of await followUpRegistrations(tx, deps.clock, councilId)) {
      const message = { moment: 'account-unfinished', key: `account-unfinished:${id}` } as const;
      await accountMessage(tx, deps, councilId, {
        ...message,
        to: { channel, address, name },
        variables: { track: path },
      });
    }
  });
}
