import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { TrackedCase } from '#modules/cases';
import { recordContact } from '#modules/contacts';
import { type EvidenceView, evidenceOf, type GiveRefusal, giveEvidence } from '#modules/evidence';
import { visitor } from '#modules/staff';
import { inCouncil } from '#platform/db';
import type { Deps } from '#platform/deps';
import { HttpError } from '#platform/http/http-error';
import { limitRate } from '#platform/http/limit-rate';
import { readForm } from '#platform/http/read-form';
import { seeOther } from '#platform/http/request';
import { formToken } from '#platform/http/shell';
import { photosOf } from '../../doors/photos-of.ts';
import { findTracked } from './find-tracked.ts';
import { mayReadAll } from './may-read-all.ts';
import { SendEvidencePage } from './track-evidence.page.tsx';

interface EvidenceRoute {
  Params: { reference: string; piece: string };
}

const PATH = '/track/:reference/evidence/:piece';

const REFUSALS: Readonly<Record<Exclude<GiveRefusal, 'nothing-sent' | 'too-many' | 'unknown-file'>, string>> = {
  'not-found': 'We did not ask for that. Go back to see what is needed.',
  'not-allowed': 'We could not take that. Contact us, and a person helps you.',
  ended: 'This has ended, so nothing more is needed.',
  'in-person': 'This must be shown to us in person. Go back to see where.',
  'already-checked': 'We have this already and have checked it. You do not need to send it again.',
};

/** Send evidence after the application: for whoever gave a second fact, or has the case in their account. */
export function trackEvidence(door: FastifyInstance, deps: Deps): void {
  const limit = limitRate(deps, { name: 'track-evidence', limit: 30, windowSeconds: 3600 });

  door.get<EvidenceRoute>(PATH, async (request, reply) => {
    const found = await findTracked(deps, request);
    if (!(await mayReadAll(request, deps, found.id))) return seeOther(reply, `/track/${found.reference}`);
    return page(request, reply, { found, piece: await pieceOf(deps, request, found), problem: null });
  });

  door.post<EvidenceRoute>(PATH, { preHandler: limit }, async (request, reply) => {
    const found = await findTracked(deps, request);
    if (!(await mayReadAll(request, deps, found.id))) return seeOther(reply, `/track/${found.reference}`);
    const piece = await pieceOf(deps, request, found);
    const { fileIds, problems } = await photosOf(deps, visitor(request.councilId), readForm(request), 'any');
    const again = (problem: string) => page(request, reply, { found, piece, problem });
    if (problems.length > 0) return again(`${problems.join('. ')}. Choose your files again`);
    const given = await give(deps, request, { found, piece, fileIds });
    if (given.ok) return seeOther(reply, `/track/${found.reference}`);
    if (given.refusal === 'nothing-sent') return again('Choose a photo or a PDF');
    if (given.refusal === 'too-many') return again('You can send up to 10 files for this. We have some already');
    if (given.refusal === 'unknown-file') return again('That file did not arrive. Choose it again');
    throw new HttpError(409, REFUSALS[given.refusal]);
  });
}

interface About {
  found: TrackedCase;
  piece: EvidenceView;
}

async function pieceOf(deps: Deps, { councilId, params }: FastifyRequest<EvidenceRoute>, { id: caseId }: TrackedCase) {
  const { pieces } = await inCouncil(deps.db, councilId, (tx) => evidenceOf(tx, deps.clock, { councilId, caseId }));
  const piece = pieces.find((one) => one.piece === params.piece);
  if (piece) return piece;
  throw new HttpError(404, REFUSALS['not-found']);
}

function page(
  { publicShell }: FastifyRequest,
  reply: FastifyReply,
  { found, piece, problem }: About & { problem: string | null },
): FastifyReply {
  const errors = problem === null ? {} : { file: problem };
  const token = formToken(reply);
  const answer = SendEvidencePage({ ...publicShell, reference: found.reference, piece, token, errors });
  return reply.code(problem === null ? 200 : 422).html(answer);
}

async function give(
  { db, clock }: Deps,
  { councilId }: FastifyRequest,
  { found, piece, fileIds }: About & { fileIds: string[] },
) {
  return await inCouncil(db, councilId, async (tx) => {
    const actor = visitor(councilId);
    const given = await giveEvidence(tx, clock, actor, { case: found.id, piece: piece.piece, fileIds });
    if (!given.ok) return given;
    await recordContact(tx, clock, actor, {
      channel: 'web',
      direction: 'in',
      handled: 'automatic',
      questions: [{ act: 'new-fact', reason: 'report', serviceSlug: found.serviceSlug, caseId: found.id }],
      summary: `Evidence: ${piece.name}`,
    });
    return given;
  });
}
