import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { hideParts } from '#modules/documents';
import { staffOf } from '#modules/staff';
import { inCouncil } from '#platform/db';
import type { Deps } from '#platform/deps';
import { readForm } from '#platform/http/read-form';
import { seeOther } from '#platform/http/request';
import { formToken } from '#platform/http/shell';
import type { Errors } from '#ui';
import { HidePartsPage } from './hide-parts.page.tsx';
import { openPhoto, type PhotoRoute, photoToReview } from './one-to-review.ts';

const PATH = '/review/:reference/photos/:photo';

/** Cover faces and number plates of a photo before everybody may see it. */
export function hidePartsDesk(inside: FastifyInstance, deps: Deps): void {
  for (const [path, asEverybody] of [
    [PATH, true],
    [`${PATH}/whole`, false],
  ] as const) {
    inside.get<PhotoRoute>(path, async (request, reply) => {
      const { mediaType, bytes } = await openPhoto(deps, request, { asEverybody });
      return reply.header('cache-control', 'no-store').type(mediaType).send(bytes);
    });
  }
  inside.get<PhotoRoute>(`${PATH}/parts`, async (request, reply) => reply.html(await page(deps, request, reply)));
  inside.post<PhotoRoute>(`${PATH}/parts`, async (request, reply) => {
    const { id: fileId } = await inCouncil(deps.db, request.councilId, (tx) => photoToReview(tx, request));
    const hidden = readForm(request).fields['hide'] ?? [];
    const done = await hideParts(deps, staffOf(request), { fileId, hidden });
    if (done.ok) return seeOther(reply, `/desk/review/${request.params.reference}`);
    const errors = { hide: 'That could not be done. Choose the parts again' };
    return reply.code(422).html(await page(deps, request, reply, errors));
  });
}

async function page(deps: Deps, request: FastifyRequest<PhotoRoute>, reply: FastifyReply, errors: Errors = {}) {
  const photo = await inCouncil(deps.db, request.councilId, (tx) => photoToReview(tx, request));
  const { reference } = request.params;
  return HidePartsPage({ shell: request.deskShell, hidden: formToken(reply), reference, photo, errors });
}
