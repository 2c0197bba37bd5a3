import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import {
  type AccountActor,
  closeOrganisation,
  leaveOrganisation,
  makeOrganisation,
  organisationsOf,
} from '#modules/accounts';
import { inCouncil } from '#platform/db';
import type { Deps } from '#platform/deps';
import { HttpError } from '#platform/http/http-error';
import { limitRate } from '#platform/http/limit-rate';
import { readForm } from '#platform/http/read-form';
import { seeOther } from '#platform/http/request';
import { formToken } from '#platform/http/shell';
import { onAccount } from './on-account.ts';
import { CloseOrganisationPage } from './organisation.page.tsx';
import { organisationDetailsPortal } from './organisation-details.portal.ts';
import { organisationUsersPortal } from './organisation-users.portal.ts';
import { NewOrganisationPage, OrganisationsPage } from './organisations.page.tsx';
import { readOrganisation } from './read-organisation.ts';
import {
  findOrganisation,
  LAST_OWNER,
  NOT_YOURS,
  ORGANISATIONS,
  type OrganisationRoute,
  showOrganisation,
} from './show-organisation.ts';

const CLOSE_REFUSED = 'Only an owner can close this account.';

/** Accounts of organisations: several people act for one, and its owners say who. */
export function organisationsPortal(door: FastifyInstance, deps: Deps): void {
  const { db } = deps;
  const limit = { preHandler: limitRate(deps, { name: 'account-organisations', limit: 30, windowSeconds: 3600 }) };
  door.get(
    ORGANISATIONS,
    onAccount(async (request, reply, { councilId, id }) => {
      const organisations = await inCouncil(db, councilId, (tx) => organisationsOf(tx, councilId, id));
      return reply.html(OrganisationsPage({ ...request.publicShell, organisations }));
    }),
  );
  door.get(
    `${ORGANISATIONS}/new`,
    onAccount((request, reply) => reply.html(NewOrganisationPage({ ...request.publicShell, token: formToken(reply) }))),
  );
  door.post(
    `${ORGANISATIONS}/new`,
    limit,
    onAccount((request, reply, account) => make(deps, request, reply, account)),
  );
  door.get<OrganisationRoute>(
    `${ORGANISATIONS}/:id`,
    onAccount<OrganisationRoute>((request, reply, account) => showOrganisation(deps, request, reply, { account })),
  );
  door.post<OrganisationRoute>(
    `${ORGANISATIONS}/:id/leaving`,
    onAccount<OrganisationRoute>((request, reply, account) => leave(deps, request, reply, account)),
  );
  door.get<OrganisationRoute>(
    `${ORGANISATIONS}/:id/closing`,
    onAccount<OrganisationRoute>(async (request, reply, account) => {
      const organisation = await findOrganisation(deps, request, account);
      if (organisation.role !== 'owner') throw new HttpError(403, CLOSE_REFUSED);
      return reply.html(CloseOrganisationPage({ ...request.publicShell, token: formToken(reply), organisation }));
    }),
  );
  door.post<OrganisationRoute>(
    `${ORGANISATIONS}/:id/closing`,
    onAccount<OrganisationRoute>(async (request, reply, account) => {
      const grantId = (await findOrganisation(deps, request, account)).grantId;
      const isClosed = await inCouncil(db, account.councilId, (tx) =>
        closeOrganisation(tx, deps.clock, account, grantId),
      );
      if (!isClosed) throw new HttpError(403, CLOSE_REFUSED);
      return seeOther(reply, ORGANISATIONS);
    }),
  );
  organisationDetailsPortal(door, deps);
  organisationUsersPortal(door, deps);
}

async function make(
  { db, clock }: Deps,
  request: FastifyRequest,
  reply: FastifyReply,
  account: AccountActor,
): Promise<FastifyReply> {
  const { values, errors, organisation } = readOrganisation(readForm(request));
  if (!organisation) {
    const page = { ...request.publicShell, token: formToken(reply), values, errors };
    return reply.code(422).html(NewOrganisationPage(page));
  }
  const { grantId } = await inCouncil(db, account.councilId, (tx) =>
    makeOrganisation(tx, clock, account, organisation),
  );
  return seeOther(reply, `${ORGANISATIONS}/${grantId}`);
}

async function leave(
  deps: Deps,
  request: FastifyRequest<OrganisationRoute>,
  reply: FastifyReply,
  account: AccountActor,
): Promise<FastifyReply> {
  const { grantId } = await findOrganisation(deps, request, account);
  const left = await inCouncil(deps.db, account.councilId, (tx) => leaveOrganisation(tx, deps.clock, account, grantId));
  if (left.ok) return seeOther(reply, ORGANISATIONS);
  if (left.refusal === 'not-found') throw new HttpError(404, NOT_YOURS);
  return showOrganisation(deps, request, reply, { account, errors: { [`user-${grantId}`]: LAST_OWNER } });
}
