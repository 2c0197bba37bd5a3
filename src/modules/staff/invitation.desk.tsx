import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { inCouncil } from '#platform/db';
import type { Deps } from '#platform/deps';
import { limitRate } from '#platform/http/limit-rate';
import { fieldOf, readForm } from '#platform/http/read-form';
import { seeOther } from '#platform/http/request';
import { formToken } from '#platform/http/shell';
import { acceptInvitation } from './accept-invitation.ts';
import { InvitationGonePage, InvitationPage } from './invitation.page.tsx';
import { readInvitation } from './invitation.ts';
import { lockedMessage } from './sign-in.desk.tsx';
import { STAFF_COOKIE } from './signed-in.desk.ts';
import { setStaffCookie } from './staff-cookie.desk.ts';

interface Route {
  Params: { token: string };
}

/** One-time links. Looking does not use one up: mail programs look too. */
export function invitationDesk(desk: FastifyInstance, deps: Deps): void {
  desk.get<Route>('/invitations/:token', (request, reply) => show(request, reply, deps));

  const limit = limitRate(deps, { name: 'invitation', limit: 60, windowSeconds: 600 });
  desk.post<Route>('/invitations/:token', { preHandler: limit }, async (request, reply) => {
    const password = fieldOf(readForm(request), 'password');
    if (password === '') return show(request, reply, deps, 'Enter a password');
    const accepted = await acceptInvitation(deps.db, deps.clock, request.councilId, {
      token: request.params.token,
      password,
      oldToken: request.cookies[STAFF_COOKIE],
    });
    if (accepted.ok) {
      setStaffCookie(reply, deps, accepted.sessionToken);
      return seeOther(reply, `/desk/sign-in/${accepted.step}`);
    }
    if (accepted.refusal === 'weak-password') return show(request, reply, deps, accepted.problem);
    if (accepted.refusal === 'wrong-password')
      return show(request, reply, deps, 'That is not your password. Try again');
    if (accepted.refusal === 'locked') return show(request, reply, deps, lockedMessage(deps, accepted.until));
    return gone(request, reply);
  });
}

async function show(
  request: FastifyRequest<Route>,
  reply: FastifyReply,
  { db, clock, oidc }: Deps,
  error?: string,
): Promise<FastifyReply> {
  const { councilId, publicShell, params } = request;
  const invitation = await inCouncil(db, councilId, (tx) => readInvitation(tx, clock, councilId, params.token));
  if (!invitation) return gone(request, reply);
  return reply
    .code(error === undefined ? 200 : 422)
    .header('referrer-policy', 'no-referrer')
    .html(
      <InvitationPage
        council={publicShell.council}
        action={`/desk/invitations/${encodeURIComponent(params.token)}`}
        hidden={formToken(reply)}
        invitation={invitation}
        singleSignOnHref={oidc ? '/desk/sign-in/single-sign-on' : undefined}
        errors={{ password: error }}
      />,
    );
}

function gone(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  return reply.code(404).html(<InvitationGonePage council={request.publicShell.council} />);
}
