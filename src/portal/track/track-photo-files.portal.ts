import type { FastifyInstance } from 'fastify';
import { trackPhotos } from '#modules/cases';
import { fileForReader } from '#modules/documents';
import { visitor } from '#modules/staff';
import { inCouncil } from '#platform/db';
import type { Deps } from '#platform/deps';
import { HttpError } from '#platform/http/http-error';
import { limitRate } from '#platform/http/limit-rate';
import { openedFile } from '../../doors/opened-file.ts';
import { findTracked } from './find-tracked.ts';
import { mayReadAll } from './may-read-all.ts';

interface PhotoRoute {
  Params: { reference: string; file: string };
}

/** The photos of a tracking page, for whoever may see them there: the copy that is made to be shown, never the original. */
export function trackPhotoFiles(door: FastifyInstance, deps: Deps): void {
  const limit = limitRate(deps, { name: 'track-photo', limit: 600, windowSeconds: 600 });
  door.get<PhotoRoute>('/track/:reference/photos/:file', { preHandler: limit }, async (request, reply) => {
    const { councilId, params } = request;
    const { id: caseId } = await findTracked(deps, request);
    const reader = { caseId, isProven: await mayReadAll(request, deps, caseId) };
    const photos = await inCouncil(deps.db, councilId, (tx) => trackPhotos(tx, councilId, reader));
    const photo = photos.find(({ id }) => id === params.file);
    const shown = photo && { fileId: photo.id, shownSubjectIds: [photo.subjectId], purpose: 'own report' };
    const file = shown && (await fileForReader(deps, visitor(councilId), shown));
    const opened = openedFile(file, 'That photo is not here. Go back to the report.');
    if (!opened.isPhoto) throw new HttpError(404, 'That photo is not here. Go back to the report.');
    return reply.header('cache-control', 'no-store').type(opened.mediaType).send(opened.bytes);
  });
}
