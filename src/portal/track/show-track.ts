import type { FastifyReply, FastifyRequest } from 'fastify';
import { awardsOf } from '#modules/awards';
import { findCase, todayOf, trackCase, trackPhotos } from '#modules/cases';
import { decisionsOf } from '#modules/decisions';
import { evidenceOf } from '#modules/evidence';
import { whoFilledIn } from '#modules/forms';
import { inCouncil } from '#platform/db';
import type { Deps } from '#platform/deps';
import { formToken } from '#platform/http/shell';
import type { Errors, Values } from '#ui';
import { directoryOf } from '../directory.ts';
import { findTracked } from './find-tracked.ts';
import { mayReadAll } from './may-read-all.ts';
import { TrackPage } from './track.page.tsx';

interface Wrong {
  errors: Errors;
  values: Values;
}

/** Answer with the tracking page as this reader may see it; with errors, as 422 with what was typed. */
export async function showTrack(
  deps: Deps,
  request: FastifyRequest<{ Params: { reference: string } }>,
  reply: FastifyReply,
  { errors, values }: Wrong = { errors: {}, values: {} },
): Promise<FastifyReply> {
  const found = await findTracked(deps, request);
  const { id: caseId, reference } = found;
  const proven = await mayReadAll(request, deps, caseId);
  const { councilId, council, publicShell } = request;
  const page = await inCouncil(deps.db, councilId, async (tx) => {
    const all = proven ? await trackCase(tx, councilId, { reference, isProven: true }) : undefined;
    const { pieces } = proven ? await evidenceOf(tx, deps.clock, { councilId, caseId }) : { pieces: [] };
    const itsCase = proven ? await findCase(tx, councilId, caseId) : undefined;
    const { decisions } = itsCase ? await decisionsOf(tx, itsCase) : { decisions: [] };
    const awards = proven ? await awardsOf(tx, councilId, [caseId]) : [];
    const filledIn = proven ? await whoFilledIn(tx, councilId, caseId) : null;
    return TrackPage({
      ...publicShell,
      tracked: all ?? found,
      photos: await trackPhotos(tx, councilId, { caseId, isProven: proven }),
      isProven: proven,
      evidence: pieces,
      decisions,
      helpedBy: filledIn?.typedBy ?? null,
      awards: awards.filter(({ isShown }) => isShown),
      today: await todayOf(tx, deps.clock, councilId),
      directory: await directoryOf(tx, council),
      token: formToken(reply),
      now: deps.clock.now(),
      errors,
      values,
    });
  });
  return reply.code(Object.keys(errors).length === 0 ? 200 : 422).html(page);
}
