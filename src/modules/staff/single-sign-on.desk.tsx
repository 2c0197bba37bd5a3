import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { inCouncil } from '#platform/db';
import type { Deps } from '#platform/deps';
import { seeOther } from '#platform/http/request';
import { newSignInRequest, type OidcProvider, oidcProvider } from '#platform/oidc';
import { recallVisit, rememberVisit } from './remember-visit.ts';
import { safeBack } from './safe-back.ts';
import { signInByIdentity } from './sign-in-by-identity.ts';
import { STAFF_COOKIE } from './signed-in.desk.ts';
import { SingleSignOnProblemPage } from './single-sign-on.page.tsx';
import { setStaffCookie } from './staff-cookie.desk.ts';

/** Holds the key to what is remembered while the browser is at the provider. */
const COOKIE = 'fd_sso';
const PATH = '/desk/sign-in';
const STEP = 'single-sign-on';

const Remembered = z.object({ state: z.string(), nonce: z.string(), codeVerifier: z.string(), back: z.string() });

/** Signing in with the council's own accounts. Begins with a link: a form may not lead to another site (CSP). */
export function singleSignOnDesk(desk: FastifyInstance, deps: Deps): void {
  if (!deps.oidc) return;
  const provider = oidcProvider(deps.oidc);
  desk.get('/sign-in/single-sign-on', (request, reply) => begin(request, reply, deps, provider));
  desk.get('/sign-in/callback', (request, reply) => finish(request, reply, deps, provider));
}

async function begin(
  request: FastifyRequest,
  reply: FastifyReply,
  deps: Deps,
  provider: OidcProvider,
): Promise<FastifyReply> {
  const { back } = request.query as { back?: unknown };
  const asked = newSignInRequest();
  const url = await provider.authorizationUrl(callbackOf(request), asked).catch(() => null);
  if (!url) {
    deps.log.warn({ issuer: deps.oidc?.issuer }, 'the single sign-on provider cannot be reached');
    return problem(request, reply, 'away');
  }
  const data = { ...asked, back: safeBack(typeof back === 'string' ? back : undefined) };
  const token = await inCouncil(deps.db, request.councilId, (tx) =>
    rememberVisit(tx, deps.clock, { councilId: request.councilId, step: STEP, data }),
  );
  const secure = deps.publicUrl.startsWith('https:');
  reply.setCookie(COOKIE, token, { path: PATH, httpOnly: true, sameSite: 'lax', secure, maxAge: 600 });
  return reply.redirect(url.href, 303);
}

async function finish(
  request: FastifyRequest,
  reply: FastifyReply,
  deps: Deps,
  provider: OidcProvider,
): Promise<FastifyReply> {
  const { councilId } = request;
  const asked = await takeRemembered(request, deps);
  reply.clearCookie(COOKIE, { path: PATH });
  if (!asked) return problem(request, reply, 'failed');
  const callback = new URL(request.url, callbackOf(request));
  const identity = await provider.identityOf(callback, asked).catch((error: unknown) => {
    deps.log.warn({ err: error instanceof Error ? error.message : 'unknown' }, 'single sign-on was not completed');
    return null;
  });
  if (!identity) return problem(request, reply, 'failed');
  const oldToken = request.cookies[STAFF_COOKIE];
  const signedIn = await inCouncil(deps.db, councilId, (tx) =>
    signInByIdentity(tx, deps.clock, { councilId, identity, oldToken }),
  );
  if (!signedIn.ok) return problem(request, reply, 'not-known');
  setStaffCookie(reply, deps, signedIn.token);
  return seeOther(reply, safeBack(asked.back));
}

/** What was remembered, once: a second return with the same address finds nothing. */
async function takeRemembered(
  request: FastifyRequest,
  { db, clock }: Deps,
): Promise<z.infer<typeof Remembered> | null> {
  const token = request.cookies[COOKIE];
  if (token === undefined) return null;
  const { councilId } = request;
  const data = await inCouncil(db, councilId, (tx) => recallVisit(tx, clock, { councilId, token, step: STEP }));
  return Remembered.safeParse(data).data ?? null;
}

function callbackOf(request: FastifyRequest): string {
  return `${request.protocol}://${request.host}${PATH}/callback`;
}

function problem(request: FastifyRequest, reply: FastifyReply, what: 'away' | 'failed' | 'not-known'): FastifyReply {
  const status = { away: 503, failed: 400, 'not-known': 403 }[what];
  return reply.code(status).html(<SingleSignOnProblemPage council={request.publicShell.council} what={what} />);
}
