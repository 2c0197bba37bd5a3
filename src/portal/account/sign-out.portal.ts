import type { FastifyInstance } from 'fastify';
import { ACCOUNT_COOKIE, dropAccount, endAccountSession } from '#modules/accounts';
import { inCouncil } from '#platform/db';
import type { Deps } from '#platform/deps';
import { seeOther } from '#platform/http/request';
import { oidcProvider } from '#platform/oidc';
import { dropCode } from './code-cookie.ts';
import { SignedOutPage, SigningOutPage } from './signed-out.page.tsx';

/** "Finish and clear": the session ends, and the browser forgets every page, cookie and draft of this site. */
export function signOutPortal(door: FastifyInstance, deps: Deps): void {
  const { db, clock } = deps;
  const signOutThere = signOutAtProvider(deps);
  door.post('/account/sign-out', async (request, reply) => {
    const token = request.cookies[ACCOUNT_COOKIE];
    const { councilId } = request;
    const { idToken } =
      token === undefined
        ? { idToken: null }
        : await inCouncil(db, councilId, (tx) => endAccountSession(tx, clock, { councilId, token }));
    dropAccount(reply);
    dropCode(reply);
    // What the person did in other tabs (drafts, cases that were shown) goes too.
    reply.header('clear-site-data', '"cache", "cookies", "storage"');
    if (idToken === null) return seeOther(reply, '/account/signed-out');
    const there = await signOutThere(
      idToken,
      new URL('/account/signed-out', `${request.protocol}://${request.host}`).href,
    );
    return reply.html(SigningOutPage({ ...request.publicShell, there }));
  });

  door.get('/account/signed-out', (request, reply) => reply.html(SignedOutPage(request.publicShell)));
}

/** Where the browser signs out of GOV.UK One Login too; null where that does not answer. */
function signOutAtProvider({ oneLogin, log }: Deps) {
  const provider = oneLogin && oidcProvider(oneLogin);
  return async (idToken: string, backTo: string): Promise<string | null> => {
    const url = await provider?.signOutUrl(idToken, backTo).catch((error: unknown) => {
      log.warn({ err: error instanceof Error ? error.message : 'unknown' }, 'nobody was signed out at One Login');
      return null;
    });
    return url?.href ?? null;
  };
}
