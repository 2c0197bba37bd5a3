import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type AccountActor, actsFor, type HelpedView } from '#modules/accounts';
import { caseLines } from '#modules/cases';
import { recordIdsOf } from '#modules/customers';
import { inCouncil, type Tx } from '#platform/db';
import type { Deps } from '#platform/deps';
import { HttpError } from '#platform/http/http-error';
import { fieldOf, readForm } from '#platform/http/read-form';
import { seeOther } from '#platform/http/request';
import { formToken } from '#platform/http/shell';
import { directoryOf } from '../directory.ts';
import { safeBack } from './account-paths.ts';
import { HelpedPage } from './helped.page.tsx';
import { onAccount } from './on-account.ts';

interface GrantRoute {
  Params: { id: string };
}

const COOKIE = 'fd_for';

/** What somebody may see and do for a person whom they help. */
export function helpedPortal(door: FastifyInstance, deps: Deps): void {
  door.get<GrantRoute>(
    '/account/for/:id',
    onAccount<GrantRoute>(async (request, reply, account) => {
      const { councilId } = account;
      const page = await inCouncil(deps.db, councilId, async (tx) => {
        const helped = await findHelped(tx, deps, account, request.params.id);
        const customerIds = await recordIdsOf(tx, councilId, helped.clusterId);
        const cases = helped.scopes.includes('see') ? await caseLines(tx, councilId, { customerIds }) : [];
        const directory = await directoryOf(tx, request.council);
        return HelpedPage({
          ...request.publicShell,
          helped,
          cases,
          directory,
          token: formToken(reply),
          now: deps.clock.now(),
        });
      });
      return reply.html(page);
    }),
  );

  door.post<GrantRoute>(
    '/account/for/:id/asking',
    onAccount<GrantRoute>(async (request, reply, account) => {
      const { id } = request.params;
      await inCouncil(deps.db, account.councilId, (tx) => findHelped(tx, deps, account, id));
      askFor(reply, deps, id);
      return seeOther(reply, '/services');
    }),
  );

  door.post(
    '/services/for-myself',
    onAccount((request, reply) => {
      askFor(reply, deps, null);
      const back = safeBack(fieldOf(readForm(request), 'back'));
      return seeOther(reply, back === '/account' ? '/services' : back);
    }),
  );
}

/** From now on this browser asks for the person of this grant; for its own person again where that is null. */
export function askFor(reply: FastifyReply, { publicUrl }: Deps, grantId: string | null): void {
  const cookie = {
    path: '/services',
    httpOnly: true,
    sameSite: 'lax',
    secure: publicUrl.startsWith('https:'),
  } as const;
  if (grantId === null) reply.clearCookie(COOKIE, { path: '/services' });
  else reply.setCookie(COOKIE, grantId, cookie);
}

async function findHelped(tx: Tx, { clock }: Deps, account: AccountActor, grantId: string): Promise<HelpedView> {
  const helped = (await actsFor(tx, clock, account)).find((one) => one.grantId === grantId);
  if (helped) return helped;
  throw new HttpError(
    404,
    'You do not help this person any more, or never did. They can ask you again from their account.',
  );
}

/** For whom somebody asks now, where they chose to ask for a person whom they help; still allowed, or nobody. */
export async function askingFor(
  tx: Tx,
  { clock }: Deps,
  request: FastifyRequest,
  account: AccountActor | null,
): Promise<HelpedView | null> {
  const grantId = request.cookies[COOKIE];
  if (!account || grantId === undefined) return null;
  const helped = (await actsFor(tx, clock, account)).find((one) => one.grantId === grantId);
  return helped?.scopes.includes('ask') ? helped : null;
}
