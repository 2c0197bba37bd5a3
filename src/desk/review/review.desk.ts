import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { casesToReview, caseToReview } from '#modules/cases';
import { fileForReader } from '#modules/documents';
import { may, staffOf } from '#modules/staff';
import { inCouncil, type Tx } from '#platform/db';
import type { Deps } from '#platform/deps';
import { HttpError } from '#platform/http/http-error';
import { readForm } from '#platform/http/read-form';
import { seeOther } from '#platform/http/request';
import { formToken } from '#platform/http/shell';
import { oneAct } from '../../doors/act.ts';
import { openedFile } from '../../doors/opened-file.ts';
import { directoryOf } from '../../portal/directory.ts';
import { decide, readDecision } from './decide.ts';
import { ReviewPage, type ReviewState } from './review.page.tsx';

interface ReviewRoute {
  Params: { reference: string };
}

interface PhotoRoute {
  Params: { reference: string; photo: string };
}

/** Text and photos of public reports that a person looks at before everybody may. */
export function reviewDesk(inside: FastifyInstance, deps: Deps): void {
  inside.get('/review', async (request, reply) => {
    if (!may(staffOf(request), 'review-public-text')) throw new HttpError(403, NOT_ALLOWED);
    return reply.html(await listPage(deps, request, reply));
  });
  inside.get<ReviewRoute>('/review/:reference', async (request, reply) =>
    reply.html(await onePage(deps, request, reply)),
  );
  inside.post<ReviewRoute>('/review/:reference', async (request, reply) => {
    const decision = readDecision(readForm(request));
    const outcome = await oneAct(deps, request.councilId, async (tx) =>
      decide(tx, deps.clock, staffOf(request), { one: await oneOf(tx, request), decision }),
    );
    if ('to' in outcome) return seeOther(reply, outcome.to);
    const state = { errors: outcome.errors, text: decision.text, show: decision.show };
    return reply.code(422).html(await onePage(deps, request, reply, state));
  });
  inside.get<PhotoRoute>('/review/:reference/photos/:photo', async (request, reply) => {
    const one = await inCouncil(deps.db, request.councilId, (tx) => oneOf(tx, request));
    const photo = one.photos.find(({ id }) => id === request.params.photo);
    const shown = photo && { fileId: photo.id, shownSubjectIds: [one.id], purpose: 'reviewing what everybody may see' };
    const file = shown && (await fileForReader(deps, staffOf(request), shown));
    const opened = openedFile(file, 'That photo is not here. Go back to the list.');
    if (!opened.isPhoto) throw new HttpError(404, 'That photo is not here. Go back to the list.');
    return reply.header('cache-control', 'no-store').type(opened.mediaType).send(opened.bytes);
  });
}

const NOT_ALLOWED = 'Your sign-in does not let you decide what everybody may see. Ask the team that owns the case.';
const NOT_FOUND = 'There is no public report with that reference. Choose one from the list.';

/** The case of the address, where this reader decides about it. */
async function oneOf(tx: Tx, request: FastifyRequest<ReviewRoute>) {
  const actor = staffOf(request);
  if (!may(actor, 'review-public-text')) throw new HttpError(403, NOT_ALLOWED);
  const one = await caseToReview(tx, actor, request.params.reference);
  if (!one) throw new HttpError(404, NOT_FOUND);
  return one;
}

function listPage(deps: Deps, request: FastifyRequest, reply: FastifyReply) {
  return inCouncil(deps.db, request.councilId, async (tx) => {
    const cases = await casesToReview(tx, staffOf(request));
    return ReviewPage({ ...(await frameOf(tx, deps, request, reply)), cases, isList: true });
  });
}

function onePage(deps: Deps, request: FastifyRequest<ReviewRoute>, reply: FastifyReply, state?: ReviewState) {
  return inCouncil(deps.db, request.councilId, async (tx) => {
    const cases = [await oneOf(tx, request)];
    return ReviewPage({ ...(await frameOf(tx, deps, request, reply)), cases, isList: false, state });
  });
}

async function frameOf(tx: Tx, { clock }: Deps, request: FastifyRequest, reply: FastifyReply) {
  const { config } = await directoryOf(tx, request.council);
  return { shell: request.deskShell, hidden: formToken(reply), zone: config.profile.zone, now: clock.now() };
}
