import type { FastifyRequest } from 'fastify';
import { type CaseToReview, caseToReview } from '#modules/cases';
import { type FileResult, fileForReader } from '#modules/documents';
import { may, staffOf } from '#modules/staff';
import { inCouncil, type Tx } from '#platform/db';
import type { Deps } from '#platform/deps';
import { HttpError } from '#platform/http/http-error';
import { openedFile } from '../../doors/opened-file.ts';

export interface ReviewRoute {
  Params: { reference: string };
}

export interface PhotoRoute {
  Params: { reference: string; photo: string };
}

export const NOT_ALLOWED =
  'Your sign-in does not let you decide what everybody may see. Ask the team that owns the case.';
const NOT_FOUND = 'There is no public report with that reference. Choose one from the list.';
const NO_PHOTO = 'That photo is not here. Go back to the list.';

/**
 * The case of the address, where this reader decides about it.
 *
 * @throws HttpError 403 for who does not decide, 404 where there is none
 */
export async function oneToReview(tx: Tx, request: FastifyRequest<ReviewRoute>): Promise<CaseToReview> {
  const actor = staffOf(request);
  if (!may(actor, 'review-public-text')) throw new HttpError(403, NOT_ALLOWED);
  const one = await caseToReview(tx, actor, request.params.reference);
  if (!one) throw new HttpError(404, NOT_FOUND);
  return one;
}

/** The photo of the address, with its case. @throws HttpError 403 or 404 */
export async function photoToReview(tx: Tx, request: FastifyRequest<PhotoRoute>) {
  const one = await oneToReview(tx, request);
  const photo = one.photos.find(({ id }) => id === request.params.photo);
  if (!photo) throw new HttpError(404, NO_PHOTO);
  return photo;
}

/** Its bytes, whole or as everybody sees it. @throws HttpError 403, 404, or 410 where a virus was found in it */
export async function openPhoto(
  deps: Deps,
  request: FastifyRequest<PhotoRoute>,
  { asEverybody }: { asEverybody: boolean },
): Promise<Extract<FileResult, { ok: true }>> {
  const { id: fileId } = await inCouncil(deps.db, request.councilId, (tx) => photoToReview(tx, request));
  const purpose = 'reviewing what everybody may see';
  const file = await fileForReader(deps, staffOf(request), { fileId, asEverybody, purpose });
  const opened = openedFile(file, NO_PHOTO);
  if (!opened.isPhoto) throw new HttpError(404, NO_PHOTO);
  return opened;
}
