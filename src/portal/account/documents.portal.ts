import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AccountActor } from '#modules/accounts';
import { fileForReader } from '#modules/documents';
import { inCouncil } from '#platform/db';
import type { Deps } from '#platform/deps';
import { HttpError } from '#platform/http/http-error';
import { limitRate } from '#platform/http/limit-rate';
import { seeOther } from '#platform/http/request';
import { isId } from '#platform/ids';
import { openedFile } from '../../doors/opened-file.ts';
import { type PageKey, readPageKey } from '../../doors/page-key.ts';
import { directoryOf } from '../directory.ts';
import { DocumentsListPage } from './documents.page.tsx';
import { documentsOf, subjectsOfFile } from './documents.ts';
import { onAccount } from './on-account.ts';

interface ListRoute {
  Querystring: { after?: string | string[] };
}

interface FileRoute {
  Params: { file: string };
}

const PATH = '/account/documents';
const NO_PAGE = 'That page is not here. Go back to your documents and messages.';
const NO_FILE = 'That file is not here. Go back to your documents and messages.';

/** What somebody sent us and what we wrote to them; their files can be saved. */
export function documentsPortal(door: FastifyInstance, deps: Deps): void {
  const limit = limitRate(deps, { name: 'account-file', limit: 600, windowSeconds: 600 });
  door.get<ListRoute>(
    PATH,
    onAccount<ListRoute>((request, reply, account) => list(deps, request, reply, account)),
  );
  // The address that messages had before files stood beside them.
  door.get('/account/messages', (_request, reply) => seeOther(reply, PATH));
  door.get<FileRoute>(
    `${PATH}/:file`,
    { preHandler: limit },
    onAccount<FileRoute>((request, reply, account) => save(deps, request, reply, account)),
  );
}

async function list(
  { db }: Deps,
  request: FastifyRequest<ListRoute>,
  reply: FastifyReply,
  account: AccountActor,
): Promise<FastifyReply> {
  const before = keyOf(request.query.after);
  const page = await inCouncil(db, account.councilId, async (tx) => {
    const { zone } = (await directoryOf(tx, request.council)).config.profile;
    const documents = await documentsOf(tx, account, before);
    return DocumentsListPage({ ...request.publicShell, ...documents, isFirst: before === undefined, zone });
  });
  return reply.html(page);
}

function keyOf(typed: string | string[] | undefined): PageKey | undefined {
  if (typed === undefined) return undefined;
  const key = readPageKey(typed);
  if (key) return key;
  throw new HttpError(404, NO_PAGE);
}

async function save(
  deps: Deps,
  { params }: FastifyRequest<FileRoute>,
  reply: FastifyReply,
  account: AccountActor,
): Promise<FastifyReply> {
  const fileId = params.file;
  if (!isId(fileId)) throw new HttpError(404, NO_FILE);
  const shownSubjectIds = await inCouncil(deps.db, account.councilId, (tx) => subjectsOfFile(tx, account, fileId));
  const file = openedFile(
    await fileForReader(deps, account, { fileId, shownSubjectIds, purpose: 'own documents' }),
    NO_FILE,
  );
  return reply
    .header('cache-control', 'no-store')
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`)
    .type(file.mediaType)
    .send(file.bytes);
}
