import type { FastifyInstance } from 'fastify';
import { provesCase } from '#modules/cases';
import { inCouncil } from '#platform/db';
import type { Deps } from '#platform/deps';
import { limitRate } from '#platform/http/limit-rate';
import { fieldOf, readForm } from '#platform/http/read-form';
import { seeOther } from '#platform/http/request';
import { formToken } from '#platform/http/shell';
import { readReference } from '#platform/ids';
import { findTracked } from './find-tracked.ts';
import { openLinkPortal } from './open-link.portal.ts';
import { keepProof } from './proof.ts';
import { showTrack } from './show-track.ts';
import { type TrackRoute, trackAdditions } from './track-additions.portal.ts';
import { trackEvidence } from './track-evidence.portal.ts';
import { TrackFormPage } from './track-form.page.tsx';
import { trackPhotoFiles } from './track-photo-files.portal.ts';
import { trackReview } from './track-review.portal.ts';

/** See how a report is going, with its reference; with a second fact also what was said and where it is. */
export function trackPortal(door: FastifyInstance, deps: Deps): void {
  const looks = limitRate(deps, { name: 'track', limit: 120, windowSeconds: 600 });
  const guesses = limitRate(deps, { name: 'track-proof', limit: 10, windowSeconds: 900 });

  door.get('/track', (request, reply) =>
    reply.html(TrackFormPage({ ...request.publicShell, token: formToken(reply) })),
  );

  door.post('/track', { preHandler: looks }, (request, reply) => {
    const typed = fieldOf(readForm(request), 'reference');
    const reference = readReference(typed);
    if (reference) return seeOther(reply, `/track/${reference}`);
    const page = TrackFormPage({ ...request.publicShell, token: formToken(reply), typed, error: whatIsWrong(typed) });
    return reply.code(422).html(page);
  });

  door.get<TrackRoute>('/track/:reference', { preHandler: looks }, (request, reply) => showTrack(deps, request, reply));

  door.post<TrackRoute>('/track/:reference/proof', { preHandler: guesses }, async (request, reply) => {
    const typed = fieldOf(readForm(request), 'fact');
    const found = await findTracked(deps, request);
    const isRight = await inCouncil(deps.db, request.councilId, (tx) =>
      provesCase(tx, request.councilId, found.id, typed),
    );
    const path = `/track/${found.reference}`;
    if (!isRight) {
      const errors = { fact: 'That does not match this report. Check it and try again' };
      return showTrack(deps, request, reply, { errors, values: {} });
    }
    keepProof(reply, deps, { id: found.id, path });
    return seeOther(reply, path);
  });

  trackAdditions(door, deps);
  trackEvidence(door, deps);
  trackReview(door, deps);
  trackPhotoFiles(door, deps);
  openLinkPortal(door, deps);
}

/** A typing slip shows in the last character, which checks the others; so it can be said that this is one. */
function whatIsWrong(typed: string): string {
  const letters = typed.replace(/[\s-]/g, '');
  if (letters === '') return 'Enter your reference';
  if (letters.length !== 8) return `A reference has eight letters and numbers. This has ${letters.length}`;
  return 'One of the letters or numbers is not right. Check it against what we sent you';
}
