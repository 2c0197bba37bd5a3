import type { FastifyInstance } from 'fastify';
import { inCouncil } from '#platform/db';
import type { Deps } from '#platform/deps';
import { formToken } from '#platform/http/shell';
import { directoryOf } from '../directory.ts';
import { offeredTo } from './claims.portal.ts';
import { HomePage } from './home.page.tsx';
import { MessagesPage } from './messages.page.tsx';
import { onAccount } from './on-account.ts';
import { myMessages, whatsMine } from './whats-mine.ts';

/** The home of an account, and what the council wrote. */
export function homePortal(door: FastifyInstance, { db, clock }: Deps): void {
  door.get(
    '/account',
    onAccount(async (request, reply, account) => {
      const page = await inCouncil(db, account.councilId, async (tx) => {
        const mine = await whatsMine(tx, account);
        return HomePage({
          ...request.publicShell,
          name: account.name,
          cases: mine.cases,
          messages: await myMessages(tx, account, mine),
          directory: await directoryOf(tx, request.council),
          offered: await offeredTo(tx, account),
          token: formToken(reply),
          now: clock.now(),
        });
      });
      return reply.html(page);
    }),
  );

  door.get(
    '/account/messages',
    onAccount(async (request, reply, account) => {
      const page = await inCouncil(db, account.councilId, async (tx) => {
        const mine = await whatsMine(tx, account);
        const messages = await myMessages(tx, account, mine);
        const references = new Map(mine.cases.map(({ id, reference }) => [id, reference]));
        const { zone } = (await directoryOf(tx, request.council)).config.profile;
        return MessagesPage({ ...request.publicShell, messages, references, zone });
      });
      return reply.html(page);
    }),
  );
}
