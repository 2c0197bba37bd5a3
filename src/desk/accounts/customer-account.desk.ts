import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { accountOfCustomer, ENTRY_MINUTES, MADE_HOW, readAddress, setUpAccount } from '#modules/accounts';
import { recordContact } from '#modules/contacts';
import type { IdentityFact } from '#modules/councils';
import { type CustomerView, customerView, identityRule, validateIdentity } from '#modules/customers';
import { type StaffActor, staffOf } from '#modules/staff';
import { inCouncil, type Tx } from '#platform/db';
import type { Deps } from '#platform/deps';
import { HttpError } from '#platform/http/http-error';
import { fieldOf, readForm } from '#platform/http/read-form';
import { seeOther } from '#platform/http/request';
import { formToken } from '#platform/http/shell';
import { isId } from '#platform/ids';
import type { Errors, Values } from '#ui';
import { accountMessage } from '../../portal/account/account-message.ts';
import { CustomerAccountPage } from './customer-account.page.tsx';

interface Route {
  Params: { id: string };
}

interface Typed {
  values?: Values;
  errors?: Errors;
}

/** Set an account up for a customer, or send them the way into it (A-14, AJ-10). */
export function customerAccountDesk(inside: FastifyInstance, deps: Deps): void {
  inside.get<Route>('/customers/:id/account', (request, reply) => show(deps, request, reply, {}));
  inside.post<Route>('/customers/:id/account', (request, reply) => send(deps, request, reply));
}

async function customerOf(tx: Tx, { clock }: Deps, actor: StaffActor, id: string): Promise<CustomerView> {
  const found = isId(id)
    ? await customerView(tx, clock, actor, { customerId: id, purpose: 'helping with an account' })
    : null;
  if (found?.ok) return found.customer;
  if (found?.refusal === 'not-allowed')
    throw new HttpError(403, 'Your sign-in does not show customers. Ask your manager.');
  throw new HttpError(404, 'There is no such customer. Search for them.');
}

async function show(
  deps: Deps,
  request: FastifyRequest<Route>,
  reply: FastifyReply,
  typed: Typed,
): Promise<FastifyReply> {
  const actor = staffOf(request);
  const page = await inCouncil(deps.db, actor.councilId, async (tx) => {
    const customer = await customerOf(tx, deps, actor, request.params.id);
    const account = await accountOfCustomer(tx, actor.councilId, customer.clusterId);
    const rule = await identityRule(tx, actor.councilId);
    const first = customer.reaches.find(({ kind }) => kind === 'email' || kind === 'mobile')?.value;
    const values = typed.values ?? { address: account?.email ?? account?.mobile ?? first ?? '' };
    const shown = { customer, account, rule, hidden: formToken(reply), values, errors: typed.errors ?? {} };
    return CustomerAccountPage({ shell: request.deskShell, ...shown });
  });
  return reply.code(typed.errors ? 422 : 200).html(page);
}

const REFUSED: Readonly<Record<string, Errors>> = {
  'identity-needed': {
    facts: 'This address is not known, or not for long. Ask them who they are, and tick what was right',
  },
  taken: { address: 'Another account has this address. Use another one, or put the records together first' },
  'not-allowed': { address: 'Your role does not set up accounts' },
  'not-found': { address: 'This customer is not here any more' },
};

async function send(deps: Deps, request: FastifyRequest<Route>, reply: FastifyReply): Promise<FastifyReply> {
  const form = readForm(request);
  const facts = form.fields['facts'] ?? [];
  const values = { address: fieldOf(form, 'address').trim(), how: fieldOf(form, 'how'), facts };
  const to = readAddress(values.address);
  const how = MADE_HOW.find((one) => one === values.how && one !== 'self');
  if (!to.ok || !how) {
    const errors = {
      ...(!to.ok && { address: 'Enter an email address or a mobile number' }),
      ...(!how && { how: 'Say how you are with them' }),
    };
    return show(deps, request, reply, { values, errors });
  }
  const actor = staffOf(request);
  const errors = await inCouncil(deps.db, actor.councilId, async (tx) => {
    const customer = await customerOf(tx, deps, actor, request.params.id);
    if (facts.length > 0) {
      await validateIdentity(tx, deps.clock, actor, { customerId: customer.id, confirmed: facts as IdentityFact[] });
    }
    const made = await setUpAccount(tx, deps.clock, actor, { customerId: customer.id, to, how });
    if (!made.ok) return REFUSED[made.refusal];
    const key = `account-link:${made.accountId}:${String(deps.clock.now().getTime())}`;
    const variables = { track: made.path, minutes: String(ENTRY_MINUTES) };
    const recipient = { channel: to.channel, address: to.address, name: customer.name, customerId: customer.id };
    await accountMessage(tx, deps, actor.councilId, { moment: 'account-link', key, to: recipient, variables });
    await logHelp(tx, deps, actor, { customerId: customer.id, how, isNew: made.isNew });
    return undefined;
  });
  if (errors) return show(deps, request, reply, { values, errors });
  return seeOther(reply, `/desk/customers/${request.params.id}`);
}

interface Helped {
  customerId: string;
  how: (typeof MADE_HOW)[number];
  isNew: boolean;
}

/** The outcome stands in the history: what was asked, and what was done about it. */
async function logHelp(tx: Tx, { clock }: Deps, actor: StaffActor, { customerId, how, isNew }: Helped): Promise<void> {
  await recordContact(tx, clock, actor, {
    channel: how === 'phone' ? 'phone' : how === 'chat' ? 'chat' : 'counter',
    direction: 'in',
    handled: 'person',
    customerId,
    questions: [{ act: 'question', reason: 'account' }],
    summary: isNew ? 'Set an account up with them and sent the way in' : 'Sent them the way into their account',
  });
}
