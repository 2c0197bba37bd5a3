import type { FastifyInstance } from 'fastify';
import { fileForReader, filesOf } from '#modules/documents';
import { draftOfContact } from '#modules/forms';
import { staffOf } from '#modules/staff';
import { inCouncil } from '#platform/db';
import type { Deps } from '#platform/deps';
import { openedFile } from '../../doors/opened-file.ts';
import { contactOf } from './call.ts';

interface FileRoute {
  Params: { id: string; file: string };
}

/** The files of the form that is being taken in a contact, for whoever takes it; each look is logged. */
export function formFiles(inside: FastifyInstance, deps: Deps): void {
  inside.get<FileRoute>('/contacts/:id/files/:file', async (request, reply) => {
    const { councilId, params } = request;
    const actor = staffOf(request);
    const link = await inCouncil(deps.db, councilId, async (tx) => {
      const contact = await contactOf(tx, actor, params.id);
      const draft = await draftOfContact(tx, deps.clock, councilId, contact.id);
      const files = draft ? await filesOf(tx, councilId, [draft.id]) : [];
      return files.find(({ id }) => id === params.file);
    });
    const file = link && (await fileForReader(deps, actor, { fileId: link.id, purpose: 'taking a form' }));
    const opened = openedFile(file, 'That file is not here. Go back to the contact.');
    return reply.header('cache-control', 'no-store').type(opened.mediaType).send(opened.bytes);
  });
}
