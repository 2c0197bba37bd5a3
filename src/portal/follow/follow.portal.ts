import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { answerFollowLink, askToFollow, type FollowedCase, followedCase, trackCase } from '#modules/cases';
import { EMAIL_MESSAGE, isEmail } from '#modules/questions';
import { visitor } from '#modules/staff';
import { inCouncil } from '#platform/db';
import type { Deps } from '#platform/deps';
import { HttpError } from '#platform/http/http-error';
import { limitRate } from '#platform/http/limit-rate';
import { fieldOf, readForm } from '#platform/http/read-form';
import { seeOther } from '#platform/http/request';
import { formToken } from '#platform/http/shell';
import { readReference } from '#platform/ids';
import { keepAddressSecret } from '../keep-address-secret.ts';
import { AskedPage, FollowPage } from './follow.page.tsx';
import { FollowLinkEndedPage, FollowLinkPage } from './follow-link.page.tsx';

interface AskRoute {
  Params: { reference: string };
}

interface LinkRoute {
  Params: { token: string };
}

const REFUSALS: Readonly<Record<string, [status: number, detail: string]>> = {
  ended: [409, 'This report has ended. Its page says how.'],
  'no-template': [409, 'You cannot follow reports by email here. Keep its reference, and look at its page.'],
  'too-many': [429, 'We have sent enough messages to this address today. Try again tomorrow.'],
};

/** Be told how an open public report goes, in place of making it again: asked here, confirmed from the mailbox. */
export function followPortal(door: FastifyInstance, deps: Deps): void {
  const asks = limitRate(deps, { name: 'follow', limit: 10, windowSeconds: 3600 });

  door.get<AskRoute>('/track/:reference/follow', async (request, reply) => {
    const report = await openReport(deps, request);
    return reply.html(FollowPage({ ...request.publicShell, report, token: formToken(reply) }));
  });

  door.post<AskRoute>('/track/:reference/follow', { preHandler: asks }, async (request, reply) => {
    const report = await openReport(deps, request);
    const email = fieldOf(readForm(request), 'email').trim();
    if (!isEmail(email)) {
      const page = FollowPage({ ...request.publicShell, report, token: formToken(reply), email, error: EMAIL_MESSAGE });
      return reply.code(422).html(page);
    }
    const { councilId } = request;
    const asked = await inCouncil(deps.db, councilId, (tx) =>
      askToFollow(tx, deps.clock, visitor(councilId), { case: report.reference, email }),
    );
    if (!asked.ok) throw new HttpError(...(REFUSALS[asked.refusal] ?? [404, NOT_THERE]));
    return seeOther(reply, `/track/${report.reference}/follow/asked`);
  });

  door.get<AskRoute>('/track/:reference/follow/asked', async (request, reply) => {
    const report = await openReport(deps, request);
    return reply.html(AskedPage({ ...request.publicShell, report }));
  });

  door.register((links) => {
    keepAddressSecret(links);
    followLinks(links, deps);
    return Promise.resolve();
  });
}

const NOT_THERE = 'There is no open public report with that reference. Check each letter.';

/** A private report is not there for whoever wants to follow it: that it exists is nobody else's business. */
async function openReport({ db }: Deps, { councilId, params }: FastifyRequest<AskRoute>) {
  const reference = readReference(params.reference);
  const found = reference
    ? await inCouncil(db, councilId, (tx) => trackCase(tx, councilId, { reference, isProven: false }))
    : undefined;
  if (!found?.isPublic || found.ending) throw new HttpError(404, NOT_THERE);
  return found;
}

/** The page behind the link: pressing a button there follows or ends it, so a mail scanner that opens links does neither. */
function followLinks(links: FastifyInstance, deps: Deps): void {
  const presses = limitRate(deps, { name: 'follow-link', limit: 120, windowSeconds: 600 });

  links.get<LinkRoute>('/follow/:token', { preHandler: presses }, async (request, reply) => {
    const { councilId, publicShell, params } = request;
    const followed = await inCouncil(deps.db, councilId, (tx) => followedCase(tx, deps.clock, councilId, params.token));
    return followed ? show(request, reply, followed) : reply.code(404).html(FollowLinkEndedPage(publicShell));
  });

  const press = (name: string, wants: boolean) =>
    links.post<LinkRoute>(`/follow/:token/${name}`, { preHandler: presses }, async (request, reply) => {
      const { councilId, publicShell } = request;
      const { token } = request.params;
      const answered = await inCouncil(deps.db, councilId, (tx) =>
        answerFollowLink(tx, deps.clock, visitor(councilId), { token, wants }),
      );
      // What keeps it from being followed now, the page behind the link says.
      if (answered.ok || answered.refusal !== 'no-link') return seeOther(reply, `/follow/${token}`);
      return reply.code(404).html(FollowLinkEndedPage(publicShell));
    });
  press('confirmation', true);
  press('end', false);
}

function show(request: FastifyRequest<LinkRoute>, reply: FastifyReply, followed: FollowedCase): FastifyReply {
  const path = `/follow/${request.params.token}`;
  return reply.html(FollowLinkPage({ ...request.publicShell, followed, path, token: formToken(reply) }));
}
