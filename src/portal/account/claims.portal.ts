import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AccountActor } from '#modules/accounts';
import { claimableCases, claimCase } from '#modules/cases';
import { customerReaches } from '#modules/customers';
import { inCouncil, type Tx } from '#platform/db';
import type { Deps } from '#platform/deps';
import { limitRate } from '#platform/http/limit-rate';
import { fieldOf, readForm } from '#platform/http/read-form';
import { seeOther } from '#platform/http/request';
import { formToken } from '#platform/http/shell';
import { readReference } from '#platform/ids';
import type { Errors, Values } from '#ui';
import { ClaimsPage } from './claims.page.tsx';
import { onAccount } from './on-account.ts';
import { typedLine } from './typed-line.ts';

/** Bring in what was asked for without an account: by its reference and a fact, or because its email address is proven. */
export function claimsPortal(door: FastifyInstance, deps: Deps): void {
  const limit = { preHandler: limitRate(deps, { name: 'account-claim', limit: 10, windowSeconds: 900 }) };
  door.get(
    '/account/claims',
    onAccount((request, reply, account) => show(deps, request, reply, { account })),
  );
  door.post(
    '/account/claims',
    limit,
    onAccount((request, reply, account) => take(deps, request, reply, account)),
  );
  door.post(
    '/account/claims/offered',
    onAccount((request, reply, account) => takeOffered(deps, request, reply, account)),
  );
}

interface Shown {
  account: AccountActor;
  values?: Values;
  errors?: Errors;
}

async function show(
  { db }: Deps,
  request: FastifyRequest,
  reply: FastifyReply,
  { account, ...typed }: Shown,
): Promise<FastifyReply> {
  const offered = await inCouncil(db, account.councilId, (tx) => offeredTo(tx, account));
  const page = ClaimsPage({ ...request.publicShell, token: formToken(reply), offered, ...typed });
  return reply.code(typed.errors ? 422 : 200).html(page);
}

/** Made with an email address that the person has proven to be theirs. */
export async function offeredTo(tx: Tx, { councilId, clusterId }: AccountActor) {
  const reaches = await customerReaches(tx, councilId, clusterId);
  const proven = reaches.filter(({ kind, verifiedAt }) => kind === 'email' && verifiedAt !== null);
  return claimableCases(
    tx,
    councilId,
    proven.map(({ key }) => key),
  );
}

async function take(
  deps: Deps,
  request: FastifyRequest,
  reply: FastifyReply,
  account: AccountActor,
): Promise<FastifyReply> {
  const form = readForm(request);
  const values = { reference: typedLine(form, 'reference'), fact: typedLine(form, 'fact') };
  const reference = readReference(values.reference);
  const wrong = (errors: Errors) => show(deps, request, reply, { account, values, errors });
  if (!reference || values.fact === '') {
    return wrong({
      ...(!reference && { reference: 'Enter the reference, like K7M3-QX9T. Check each letter and number' }),
      ...(values.fact === '' && { fact: 'Enter the email address or phone number that you gave with it' }),
    });
  }
  const { customerId } = account;
  const claimed = await inCouncil(deps.db, account.councilId, (tx) =>
    claimCase(tx, deps.clock, account, { reference, customerId, fact: values.fact }),
  );
  if (claimed.ok) return seeOther(reply, `/track/${reference}`);
  // The same words for a reference that is not there and a fact that is not right: neither can be tried out.
  return wrong({ fact: 'The reference and what you gave with it do not belong together. Check both, or call us' });
}

async function takeOffered(
  deps: Deps,
  request: FastifyRequest,
  reply: FastifyReply,
  account: AccountActor,
): Promise<FastifyReply> {
  const wanted = readReference(fieldOf(readForm(request), 'reference'));
  await inCouncil(deps.db, account.councilId, async (tx) => {
    const offered = await offeredTo(tx, account);
    for (const { reference } of offered) {
      if (wanted !== null && wanted !== reference) continue;
      await claimCase(tx, deps.clock, account, { reference, customerId: account.customerId, fact: null });
    }
  });
  return seeOther(reply, '/account');
}
