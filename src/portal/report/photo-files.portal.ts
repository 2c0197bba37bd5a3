import type { FastifyInstance } from 'fastify';
import { accountOf } from '#modules/accounts';
import { fileForReader } from '#modules/documents';
import { draftOfToken } from '#modules/forms';
import { pickedValues } from '#modules/questions';
import { visitor } from '#modules/staff';
import { inCouncil } from '#platform/db';
import type { Deps } from '#platform/deps';
import { openedFile } from '../../doors/opened-file.ts';
import { isOfOther } from './on-report.ts';
import { reportToken } from './report-cookie.ts';
import { FORM_ROUTE, type FormParams } from './report-paths.ts';

interface PhotoRoute {
  Params: FormParams & { id: string };
}

/** The photos of a report that is being made, for the browser that makes it and nobody else. */
export function reportPhotoFiles(door: FastifyInstance, deps: Deps): void {
  door.get<PhotoRoute>(`${FORM_ROUTE}/photos/:id`, async (request, reply) => {
    const { councilId } = request;
    const token = reportToken(request);
    const draft =
      token === undefined
        ? null
        : await inCouncil(deps.db, councilId, (tx) => draftOfToken(tx, deps.clock, councilId, { token }));
    const answers = Object.values(draft?.state.answers ?? {});
    const isTheirs = answers.some((answer) => pickedValues(answer).includes(request.params.id));
    const file =
      draft && isTheirs && !isOfOther(draft, accountOf(request))
        ? await fileForReader(deps, visitor(councilId), {
            fileId: request.params.id,
            shownSubjectIds: [draft.id],
            purpose: 'own report',
          })
        : null;
    const opened = openedFile(file, 'That photo is not here.');
    return reply.header('cache-control', 'no-store').type(opened.mediaType).send(opened.bytes);
  });
}
