import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type AccountActor, accountView, changeDetails, prefillFor } from '#modules/accounts';
import { findAddresses, houseKey, normalisePostcode } from '#modules/places';
import { inCouncil, type Tx } from '#platform/db';
import type { Deps } from '#platform/deps';
import { limitRate } from '#platform/http/limit-rate';
import { readForm } from '#platform/http/read-form';
import { seeOther } from '#platform/http/request';
import { formToken } from '#platform/http/shell';
import type { Errors, Values } from '#ui';
import { DetailsPage, HomeAddressPage, OwnNamePage } from './details.page.tsx';
import { onAccount } from './on-account.ts';
import { tellOfChange } from './tell-of-change.ts';
import { nameProblem, typedLine } from './typed-line.ts';

interface DoneRoute {
  Querystring: { changed?: string };
}

const LONGEST_ADDRESS = 300;

/** What the council knows of the person, each part changed once for every service. */
export function detailsPortal(door: FastifyInstance, deps: Deps): void {
  const limit = { preHandler: limitRate(deps, { name: 'account-details', limit: 60, windowSeconds: 3600 }) };
  door.get<DoneRoute>(
    '/account/details',
    onAccount<DoneRoute>(async (request, reply, account) => {
      const known = await knownOf(deps, account);
      return reply.html(DetailsPage({ ...request.publicShell, ...known, isChanged: request.query.changed === 'yes' }));
    }),
  );
  door.get(
    '/account/details/name',
    onAccount(async (request, reply, account) => showName(request, reply, { values: { name: account.name } })),
  );
  door.post(
    '/account/details/name',
    limit,
    onAccount((request, reply, account) => takeName(deps, request, reply, account)),
  );
  door.get(
    '/account/details/address',
    onAccount(async (request, reply, account) => {
      const { prefill } = await knownOf(deps, account);
      return showHome(request, reply, { values: { address: prefill.address, postcode: prefill.postcode } });
    }),
  );
  door.post(
    '/account/details/address',
    limit,
    onAccount((request, reply, account) => takeHome(deps, request, reply, account)),
  );
}

async function knownOf({ db, clock }: Deps, account: AccountActor) {
  return inCouncil(db, account.councilId, async (tx) => {
    const prefill = await prefillFor(tx, clock, account.councilId, account.id);
    if (!prefill) throw new Error('somebody signed in has no record');
    return { prefill, view: await accountView(tx, account) };
  });
}

interface Typed {
  values: Values;
  errors?: Errors;
}

function showName({ publicShell }: FastifyRequest, reply: FastifyReply, typed: Typed): FastifyReply {
  return reply.code(typed.errors ? 422 : 200).html(OwnNamePage({ ...publicShell, token: formToken(reply), ...typed }));
}

function showHome({ publicShell }: FastifyRequest, reply: FastifyReply, typed: Typed): FastifyReply {
  return reply
    .code(typed.errors ? 422 : 200)
    .html(HomeAddressPage({ ...publicShell, token: formToken(reply), ...typed }));
}

async function takeName(
  deps: Deps,
  request: FastifyRequest,
  reply: FastifyReply,
  account: AccountActor,
): Promise<FastifyReply> {
  const name = typedLine(readForm(request), 'name');
  const problem = nameProblem(name);
  if (problem !== undefined) return showName(request, reply, { values: { name }, errors: { name: problem } });
  await inCouncil(deps.db, account.councilId, async (tx) => {
    const changed = await changeDetails(tx, deps.clock, account, { name });
    if (changed.ok) await tellOfChange(tx, deps, account, { what: 'their name' });
  });
  return seeOther(reply, '/account/details?changed=yes');
}

async function takeHome(
  deps: Deps,
  request: FastifyRequest,
  reply: FastifyReply,
  account: AccountActor,
): Promise<FastifyReply> {
  const form = readForm(request);
  const values = { address: typedLine(form, 'address'), postcode: typedLine(form, 'postcode') };
  const read = normalisePostcode(values.postcode);
  const errors = { address: addressProblem(values.address), ...(!read.ok && { postcode: read.message }) };
  if (!read.ok || errors.address !== undefined) return showHome(request, reply, { values, errors });
  const home = { address: values.address, postcode: read.postcode };
  await inCouncil(deps.db, account.councilId, async (tx) => {
    const uprn = await uprnOf(tx, account.councilId, home);
    const changed = await changeDetails(tx, deps.clock, account, { home: { ...home, uprn } });
    if (changed.ok) await tellOfChange(tx, deps, account, { what: 'their address' });
  });
  return seeOther(reply, '/account/details?changed=yes');
}

function addressProblem(address: string): string | undefined {
  if (address === '') return 'Enter the number or name of your home, and the street';
  return address.length > LONGEST_ADDRESS ? `Use ${String(LONGEST_ADDRESS)} characters or fewer` : undefined;
}

/** The national key of the home, where its house and postcode name exactly one address that we know. */
async function uprnOf(
  tx: Tx,
  councilId: string,
  { address, postcode }: { address: string; postcode: string },
): Promise<number | null> {
  const key = houseKey(address, postcode);
  const found = await findAddresses(tx, councilId, postcode);
  const same = found.filter(({ line }) => key !== undefined && houseKey(line, postcode) === key);
  return same.length === 1 ? (same[0]?.uprn ?? null) : null;
}
