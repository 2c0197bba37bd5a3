import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type AccountActor, changeOrganisation } from '#modules/accounts';
import { inCouncil } from '#platform/db';
import type { Deps } from '#platform/deps';
import { HttpError } from '#platform/http/http-error';
import { limitRate } from '#platform/http/limit-rate';
import { readForm } from '#platform/http/read-form';
import { seeOther } from '#platform/http/request';
import { formToken } from '#platform/http/shell';
import { onAccount } from './on-account.ts';
import { ChangeOrganisationPage } from './organisations.page.tsx';
import { readOrganisation } from './read-organisation.ts';
import { findOrganisation, ORGANISATIONS, type OrganisationRoute } from './show-organisation.ts';

const PATH = `${ORGANISATIONS}/:id/details`;
const REFUSED = 'Only an owner can change the details of this organisation.';

/** Its owners put its name, its kind or its number right. */
export function organisationDetailsPortal(door: FastifyInstance, deps: Deps): void {
  const limit = { preHandler: limitRate(deps, { name: 'organisation-details', limit: 30, windowSeconds: 3600 }) };
  door.get<OrganisationRoute>(
    PATH,
    onAccount<OrganisationRoute>(async (request, reply, account) => {
      const { name, kind, number, grantId } = await ownedBy(deps, request, account);
      const values = { name, kind, number: number ?? '' };
      const path = `${ORGANISATIONS}/${grantId}`;
      const shown = { path, name, token: formToken(reply), values };
      return reply.html(ChangeOrganisationPage({ ...request.publicShell, ...shown }));
    }),
  );
  door.post<OrganisationRoute>(
    PATH,
    limit,
    onAccount<OrganisationRoute>((request, reply, account) => change(deps, request, reply, account)),
  );
}

async function change(
  deps: Deps,
  request: FastifyRequest<OrganisationRoute>,
  reply: FastifyReply,
  account: AccountActor,
): Promise<FastifyReply> {
  const { grantId, name } = await ownedBy(deps, request, account);
  const { values, errors, organisation } = readOrganisation(readForm(request));
  const path = `${ORGANISATIONS}/${grantId}`;
  if (!organisation) {
    const page = { ...request.publicShell, path, name, token: formToken(reply), values, errors };
    return reply.code(422).html(ChangeOrganisationPage(page));
  }
  const changed = await inCouncil(deps.db, account.councilId, (tx) =>
    changeOrganisation(tx, deps.clock, account, { grantId, ...organisation }),
  );
  if (!changed.ok) throw new HttpError(403, REFUSED);
  return seeOther(reply, path);
}

async function ownedBy(deps: Deps, request: FastifyRequest<OrganisationRoute>, account: AccountActor) {
  const organisation = await findOrganisation(deps, request, account);
  if (organisation.role !== 'owner') throw new HttpError(403, REFUSED);
  return organisation;
}
