import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type AccountActor, actsFor } from '#modules/accounts';
import { deleteBegunForm, goOnWithForm } from '#modules/forms';
import { isTransaction, serviceVersion } from '#modules/services';
import { inCouncil, type Tx } from '#platform/db';
import type { Deps } from '#platform/deps';
import { HttpError } from '#platform/http/http-error';
import { seeOther } from '#platform/http/request';
import { formToken } from '#platform/http/shell';
import { isId } from '#platform/ids';
import { keepReport } from '../report/report-cookie.ts';
import { reportPaths, wayOf } from '../report/report-paths.ts';
import { DeleteFormPage } from './begun-forms.page.tsx';
import { begunFormsOf, formOwner } from './begun-forms.ts';
import { askFor } from './helped.portal.ts';
import { onAccount } from './on-account.ts';

interface FormRoute {
  Params: { id: string };
}

const GONE = 'That form is not here any more. It was sent, deleted, or its time is over. Go back to your account.';

/** Forms of an account that were not sent: gone on with on any device, or deleted. */
export function begunFormsPortal(door: FastifyInstance, deps: Deps): void {
  door.post<FormRoute>(
    '/account/forms/:id',
    onAccount<FormRoute>((request, reply, account) => goOn(deps, request, reply, account)),
  );
  door.get<FormRoute>(
    '/account/forms/:id/deletion',
    onAccount<FormRoute>(async (request, reply, account) => {
      const forms = await inCouncil(deps.db, account.councilId, (tx) => begunFormsOf(tx, deps, account));
      const form = forms.find(({ id }) => id === request.params.id);
      if (!form) throw new HttpError(404, GONE);
      return reply.html(DeleteFormPage({ ...request.publicShell, form, token: formToken(reply) }));
    }),
  );
  door.post<FormRoute>(
    '/account/forms/:id/deletion',
    onAccount<FormRoute>(async (request, reply, account) => {
      const { councilId } = account;
      const draftId = idOf(request);
      const isDeleted = await inCouncil(deps.db, councilId, async (tx) =>
        deleteBegunForm(tx, deps.clock, councilId, { draftId, owner: await formOwner(tx, account) }),
      );
      if (!isDeleted) throw new HttpError(404, GONE);
      return seeOther(reply, '/account');
    }),
  );
}

async function goOn(
  deps: Deps,
  request: FastifyRequest<FormRoute>,
  reply: FastifyReply,
  account: AccountActor,
): Promise<FastifyReply> {
  const draftId = idOf(request);
  const opened = await inCouncil(deps.db, account.councilId, (tx) => open(tx, deps, account, draftId));
  if (!opened) throw new HttpError(404, GONE);
  askFor(reply, deps, opened.grantId);
  keepReport(reply, deps, opened.paths, opened.token);
  return seeOther(reply, opened.paths.goOn);
}

async function open(tx: Tx, { clock }: Deps, account: AccountActor, draftId: string) {
  const { councilId } = account;
  const opened = await goOnWithForm(tx, clock, councilId, { draftId, owner: await formOwner(tx, account) });
  if (!opened) return undefined;
  const { grantId, serviceSlug, token } = opened;
  const may = grantId === null || (await actsFor(tx, clock, account)).some((one) => one.grantId === grantId);
  const service = await serviceVersion(tx, councilId, serviceSlug, opened.serviceVersion);
  if (!may || !service || !isTransaction(service)) return undefined;
  return { token, grantId, paths: reportPaths({ slug: service.slug, way: wayOf(service) }) };
}

function idOf({ params }: FastifyRequest<FormRoute>): string {
  if (isId(params.id)) return params.id;
  throw new HttpError(404, GONE);
}
