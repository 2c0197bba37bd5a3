import type { FastifyInstance } from 'fastify';
import { recordContact } from '#modules/contacts';
import { type ChallengeRefusal, challengeDecision } from '#modules/decisions';
import { visitor } from '#modules/staff';
import { inCouncil } from '#platform/db';
import type { Deps } from '#platform/deps';
import { HttpError } from '#platform/http/http-error';
import { limitRate } from '#platform/http/limit-rate';
import { fieldOf, readForm } from '#platform/http/read-form';
import { seeOther } from '#platform/http/request';
import { typedText } from '../../doors/act.ts';
import { findTracked } from './find-tracked.ts';
import { mayReadAll } from './may-read-all.ts';
import { showTrack } from './show-track.ts';

interface ReviewRoute {
  Params: { reference: string };
}

const LONGEST = 2_000;
const REFUSALS: Readonly<Partial<Record<ChallengeRefusal, string>>> = {
  'too-late': 'The time to ask for this is over. If there was a good reason, contact us.',
  'no-decision': 'Nothing has been decided yet. Go back to see how it is going.',
  'no-review': 'This decision is not challenged with us. Its page says where to go.',
};

/** "Look at it again": one press for whoever gave the second fact, or has the case in their account. */
export function trackReview(door: FastifyInstance, deps: Deps): void {
  const limit = limitRate(deps, { name: 'track-review', limit: 20, windowSeconds: 3600 });
  door.post<ReviewRoute>('/track/:reference/review', { preHandler: limit }, async (request, reply) => {
    const { councilId } = request;
    const found = await findTracked(deps, request);
    const path = `/track/${found.reference}`;
    if (!(await mayReadAll(request, deps, found.id))) return seeOther(reply, path);
    const because = typedText(fieldOf(readForm(request), 'because'));
    if (because.length > LONGEST) {
      const errors = { because: `Use ${LONGEST.toLocaleString('en-GB')} characters or fewer` };
      return showTrack(deps, request, reply, { errors, values: { because } });
    }
    const refusal = await inCouncil(deps.db, councilId, async (tx) => {
      const actor = visitor(councilId);
      const asked = await challengeDecision(tx, deps.clock, actor, { case: found.id, because });
      if (!asked.ok) return asked.refusal;
      if (!asked.isNew) return null;
      await recordContact(tx, deps.clock, actor, {
        channel: 'web',
        direction: 'in',
        handled: 'automatic',
        questions: [{ act: 'question', reason: 'report', serviceSlug: found.serviceSlug, caseId: found.id }],
        summary: 'Asks us to look at the decision again',
      });
      return null;
    });
    if (refusal === null) return seeOther(reply, path);
    throw new HttpError(409, REFUSALS[refusal] ?? 'We could not take that. Contact us, and a person helps you.');
  });
}
