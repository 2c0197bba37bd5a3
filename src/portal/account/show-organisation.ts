import type { FastifyReply, FastifyRequest } from 'fastify';
import { type AccountActor, organisationView } from '#modules/accounts';
import { caseLines } from '#modules/cases';
import { recordIdsOf } from '#modules/customers';
import { inCouncil } from '#platform/db';
import type { Deps } from '#platform/deps';
import { HttpError } from '#platform/http/http-error';
import { formToken } from '#platform/http/shell';
import { isId } from '#platform/ids';
import type { Errors } from '#ui';
import { directoryOf } from '../directory.ts';
import { OrganisationPage } from './organisation.page.tsx';

export interface OrganisationRoute {
  Params: { id: string };
}

export const ORGANISATIONS = '/account/organisations';
export const NOT_YOURS = 'You do not act for this organisation, or not any more. Go back to your account.';
export const LAST_OWNER = 'You are the only owner. Make somebody else an owner first';

/** The organisation of the address, as one of its own people sees it. Throws 404 for everybody else. */
export async function findOrganisation(
  { db, clock }: Deps,
  { params }: FastifyRequest<OrganisationRoute>,
  account: AccountActor,
) {
  const found = isId(params.id)
    ? await inCouncil(db, account.councilId, (tx) => organisationView(tx, clock, account, params.id))
    : undefined;
  if (found) return found;
  throw new HttpError(404, NOT_YOURS);
}

interface Shown {
  account: AccountActor;
  values?: Record<string, string>;
  errors?: Errors;
}

/** Its requests and its people; with what was typed, where that could not be taken. */
export async function showOrganisation(
  deps: Deps,
  request: FastifyRequest<OrganisationRoute>,
  reply: FastifyReply,
  { account, values = {}, errors = {} }: Shown,
): Promise<FastifyReply> {
  const { councilId } = account;
  const organisation = await findOrganisation(deps, request, account);
  const page = await inCouncil(deps.db, councilId, async (tx) => {
    const customerIds = await recordIdsOf(tx, councilId, organisation.clusterId);
    return OrganisationPage({
      ...request.publicShell,
      organisation,
      cases: await caseLines(tx, councilId, { customerIds }),
      directory: await directoryOf(tx, request.council),
      token: formToken(reply),
      now: deps.clock.now(),
      values,
      errors,
    });
  });
  return reply.code(Object.keys(errors).length > 0 ? 422 : 200).html(page);
}
