import type { FastifyInstance } from 'fastify';
import { waitedFor } from '#modules/evidence';
import { inCouncil } from '#platform/db';
import type { Deps } from '#platform/deps';
import { formToken } from '#platform/http/shell';
import { directoryOf } from '../directory.ts';
import { begunFormsOf } from './begun-forms.ts';
import { offeredTo } from './claims.portal.ts';
import { HomePage } from './home.page.tsx';
import { onAccount } from './on-account.ts';
import { paymentsOf } from './payments.ts';
import { type Mine, whatsMine } from './whats-mine.ts';

/** The home of an account. */
export function homePortal(door: FastifyInstance, deps: Deps): void {
  const { db, clock } = deps;
  door.get(
    '/account',
    onAccount(async (request, reply, account) => {
      const page = await inCouncil(db, account.councilId, async (tx) => {
        const mine = await whatsMine(tx, account);
        const directory = await directoryOf(tx, request.council);
        return HomePage({
          ...request.publicShell,
          name: account.name,
          cases: mine.cases,
          pieces: await waitedFor(tx, account.councilId, openCases(mine)),
          payments: await paymentsOf(tx, deps, { account, mine, directory }),
          directory,
          begun: await begunFormsOf(tx, deps, account),
          offered: await offeredTo(tx, account),
          token: formToken(reply),
          now: clock.now(),
        });
      });
      return reply.html(page);
    }),
  );
}

const openCases = ({ cases }: Mine): string[] => cases.flatMap(({ id, ending }) => (ending === null ? [id] : []));
