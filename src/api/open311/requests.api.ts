import type { FastifyInstance } from 'fastify';
import { publicRequests } from '#modules/cases';
import { linkFile, storeUpload, UPLOAD_MESSAGES } from '#modules/documents';
import type { MachineActor } from '#modules/staff';
import { inCouncil } from '#platform/db';
import type { Deps } from '#platform/deps';
import { readForm, type UploadedFile } from '#platform/http/read-form';
import { readReference } from '#platform/ids';
import { fileNamed } from './file-named.ts';
import { checkJurisdiction } from './jurisdiction.ts';
import { Open311Error } from './open311-error.ts';
import { writer } from './open311-key.ts';
import { FORMATS, sendOpen311 } from './reply-open311.ts';
import { requestFilter } from './request-filter.ts';
import { requestView } from './request-view.ts';
import { takeRequest } from './take-request.ts';

/** `GET requests`, `GET requests/<id>` and `POST requests`. */
export function requestsApi(door: FastifyInstance, deps: Deps): void {
  const { db, clock, publicUrl } = deps;
  for (const format of FORMATS) {
    door.get(`/requests.${format}`, async (request, reply) => {
      const filter = requestFilter(request.query, clock.now());
      const { council } = request;
      const found = await inCouncil(db, council.id, (tx) => publicRequests(tx, council.id, filter));
      const value = found.map((one) => requestView(one, { agency: council.name, publicUrl }));
      return sendOpen311(request, reply, { root: 'service_requests', value });
    });

    door.post(`/requests.${format}`, async (request, reply) => {
      const { fields, files } = readForm(request);
      const { council } = request;
      checkJurisdiction(last(fields), council.slug);
      const actor = await writer(deps, request, fields);
      const photos = await storePhotos(deps, actor, files);
      const opened = await inCouncil(db, council.id, async (tx) => {
        const taken = await takeRequest(tx, clock, actor, { council, fields });
        const about = { subjectType: 'case', subjectId: taken.caseId, purpose: 'report' } as const;
        for (const fileId of photos) await linkFile(tx, clock, actor, { fileId, ...about });
        return taken;
      });
      const value = [{ service_request_id: opened.reference, service_notice: '', account_id: '' }];
      return sendOpen311(request, reply, { root: 'service_requests', value });
    });
  }

  door.get('/requests/:file', async (request, reply) => {
    const reference = readReference(fileNamed(request.params));
    const { council } = request;
    const filter = { references: reference === null ? [] : [reference], limit: 1, offset: 0 };
    const found =
      reference === null ? [] : await inCouncil(db, council.id, (tx) => publicRequests(tx, council.id, filter));
    if (found.length === 0) throw new Open311Error(404, 'service_request_id was not found.');
    const value = found.map((one) => requestView(one, { agency: council.name, publicUrl }));
    return sendOpen311(request, reply, { root: 'service_requests', value });
  });
}

const last = (fields: Readonly<Record<string, readonly string[]>>) =>
  Object.fromEntries(Object.entries(fields).map(([name, values]) => [name, values.at(-1)]));

/** Photos that came with the form itself, kept before the transaction that ties them to the case. */
async function storePhotos(deps: Deps, actor: MachineActor, files: readonly UploadedFile[]): Promise<string[]> {
  const kept: string[] = [];
  for (const { name, bytes, isTooLarge } of files) {
    const stored = await storeUpload(deps, actor, { name, bytes, isTooLarge, accept: 'photo' });
    if (!stored.ok) throw new Open311Error(400, `media: ${UPLOAD_MESSAGES[stored.refusal]}.`);
    kept.push(stored.fileId);
  }
  return kept;
}
