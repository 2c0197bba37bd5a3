import type { FastifyInstance } from 'fastify';
import { findCase, mayWorkCases } from '#modules/cases';
import { fileForReader } from '#modules/documents';
import { evidenceOf } from '#modules/evidence';
import { staffOf } from '#modules/staff';
import { inCouncil } from '#platform/db';
import type { Deps } from '#platform/deps';
import { openedFile } from '../../doors/opened-file.ts';
import { referenceOf } from './reference.ts';

interface FileRoute {
  Params: { reference: string; piece: string; file: string };
}

/** The files of a piece of evidence, for those who work on cases; each look is logged with its purpose. */
export function evidenceDesk(inside: FastifyInstance, deps: Deps): void {
  inside.get<FileRoute>('/cases/:reference/evidence/:piece/files/:file', async (request, reply) => {
    const { councilId, params } = request;
    const actor = staffOf(request);
    const piece = mayWorkCases(actor)
      ? await inCouncil(deps.db, councilId, async (tx) => {
          const itsCase = await findCase(tx, councilId, referenceOf(params.reference));
          const about = itsCase && { councilId, caseId: itsCase.id };
          const { pieces } = about ? await evidenceOf(tx, deps.clock, about) : { pieces: [] };
          return pieces.find((one) => one.piece === params.piece);
        })
      : undefined;
    const link = piece?.files.find(({ id }) => id === params.file);
    const purpose = `checking evidence: ${piece?.name ?? ''}`;
    const file = link && (await fileForReader(deps, actor, { fileId: link.id, purpose }));
    const opened = openedFile(file, 'That file is not here. Go back to the case.');
    return reply.header('cache-control', 'no-store').type(opened.mediaType).send(opened.bytes);
  });
}
