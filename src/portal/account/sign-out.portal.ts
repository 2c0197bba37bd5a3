import type { FastifyInstance } from 'fastify';
import { ACCOUNT_COOKIE, dropAccount } from '#modules/accounts';
import { endSession } from '#modules/staff';
import { inCouncil } from '#platform/db';
import type { Deps } from '#platform/deps';
import { seeOther } from '#platform/http/request';
import { hashToken } from '#platform/ids';
import { dropCode } from './code-cookie.ts';
import { SignedOutPage } from './signed-out.page.tsx';

/** "Finish and clear": the session ends, and the browser forgets every page, cookie and draft of this site. */
export function signOutPortal(door: FastifyInstance, { db, clock }: Deps): void {
  door.post('/account/sign-out', async (request, reply) => {
    const token = request.cookies[ACCOUNT_COOKIE];
    const { councilId } = request;
    if (token !== undefined) await inCouncil(db, councilId, (tx) => endSession(tx, clock, councilId, hashToken(token)));
    dropAccount(reply);
    dropCode(reply);
    // What the person did in other tabs (drafts, cases that were shown) goes too.
    reply.header('clear-site-data', '"cache", "cookies", "storage"');
    return seeOther(reply, '/account/signed-out');
  });

  door.get('/account/signed-out', (request, reply) => reply.html(SignedOutPage(request.publicShell)));
}
