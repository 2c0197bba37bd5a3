import type { FastifyInstance } from 'fastify';
import { inCouncil } from '#platform/db';
import type { Deps } from '#platform/deps';
import { directoryOf } from '../directory.ts';
import { onAccount } from './on-account.ts';
import { PaymentsPage } from './payments.page.tsx';
import { paymentsOf } from './payments.ts';
import { whatsMine } from './whats-mine.ts';

/** What we pay somebody, when and to whom (AJ-06). */
export function paymentsPortal(door: FastifyInstance, deps: Deps): void {
  door.get(
    '/account/payments',
    onAccount(async (request, reply, account) => {
      const page = await inCouncil(deps.db, account.councilId, async (tx) => {
        const directory = await directoryOf(tx, request.council);
        const mine = await whatsMine(tx, account);
        const payments = await paymentsOf(tx, deps, { account, mine, directory });
        return PaymentsPage({ ...request.publicShell, payments, directory });
      });
      return reply.html(page);
    }),
  );
}
