import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import {
  accountCounts,
  type CodeAddress,
  dropRegistration,
  helpRegistration,
  MADE_HOW,
  type MadeHow,
  type RegistrationRow,
  readAddress,
  registrationList,
  registrationOf,
} from '#modules/accounts';
import { councilConfig } from '#modules/councils';
import { accountHelpFigures } from '#modules/insight';
import { staffOf } from '#modules/staff';
import { inCouncil, type Tx } from '#platform/db';
import type { Deps } from '#platform/deps';
import { HttpError } from '#platform/http/http-error';
import { fieldOf, readForm } from '#platform/http/read-form';
import { seeOther } from '#platform/http/request';
import { formToken } from '#platform/http/shell';
import { isId } from '#platform/ids';
import type { Errors, Values } from '#ui';
import { accountMessage } from '../../portal/account/account-message.ts';
import { sayAddress } from '../../portal/account/address-words.ts';
import { NOT_TRAINED } from './not-trained.ts';
import { RegistrationPage, RegistrationsPage } from './registrations.page.tsx';

interface Route {
  Params: { id: string };
}

const NOT_ALLOWED = 'Your role does not set up accounts. Ask somebody at the front desk or in the contact centre.';
const GONE = 'This registration is finished or ended. Go back to the list.';

/** People who began to register and stopped: whom to ring, and how to finish it with them (A-17, A-18, AJ-09). */
export function registrationsDesk(inside: FastifyInstance, deps: Deps): void {
  inside.get('/registrations', (request, reply) => list(deps, request, reply));
  inside.get<Route>('/registrations/:id', async (request, reply) => one(deps, request, reply, {}));
  inside.post<Route>('/registrations/:id/help', (request, reply) => help(deps, request, reply));
  inside.post<Route>('/registrations/:id/ending', (request, reply) => drop(deps, request, reply));
}

async function list({ db, clock }: Deps, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const actor = staffOf(request);
  const page = await inCouncil(db, actor.councilId, async (tx) => {
    const rows = await registrationList(tx, clock, actor);
    if (!rows) throw new HttpError(403, NOT_ALLOWED);
    const now = clock.now();
    const { zone } = (await councilConfig(tx, actor.councilId, request.council.revision)).profile;
    const counts = await accountCounts(tx, actor.councilId, now);
    const help = await accountHelpFigures(tx, actor.councilId, now);
    return RegistrationsPage({ shell: request.deskShell, rows, counts, help, zone, now });
  });
  return reply.html(page);
}

interface Typed {
  values?: Values;
  errors?: Errors;
}

async function one(
  deps: Deps,
  request: FastifyRequest<Route>,
  reply: FastifyReply,
  typed: Typed,
): Promise<FastifyReply> {
  const actor = staffOf(request);
  const page = await inCouncil(deps.db, actor.councilId, async (tx) => {
    const row = await found(tx, deps, request);
    const { zone } = (await councilConfig(tx, actor.councilId, request.council.revision)).profile;
    const values = typed.values ?? { address: sayAddress(row) };
    const shown = { row, zone, now: deps.clock.now(), hidden: formToken(reply), values, errors: typed.errors ?? {} };
    return RegistrationPage({ shell: request.deskShell, ...shown });
  });
  return reply.code(typed.errors ? 422 : 200).html(page);
}

async function found(tx: Tx, { clock }: Deps, request: FastifyRequest<Route>): Promise<RegistrationRow> {
  const { id } = request.params;
  const row = isId(id) ? await registrationOf(tx, clock, staffOf(request), id) : null;
  if (!row) throw new HttpError(404, GONE);
  return row;
}

async function help(deps: Deps, request: FastifyRequest<Route>, reply: FastifyReply): Promise<FastifyReply> {
  const form = readForm(request);
  const values = { address: fieldOf(form, 'address').trim(), how: fieldOf(form, 'how') };
  const how = MADE_HOW.find((one) => one === values.how && one !== 'self');
  const to = readAddress(values.address);
  if (!how || !to.ok) {
    const errors = {
      ...(!to.ok && { address: 'Enter an email address or a mobile number' }),
      ...(!how && { how: 'Say how you are with them' }),
    };
    return one(deps, request, reply, { values, errors });
  }
  const problem = await sendLink(deps, request, { how, to });
  if (problem !== undefined) return one(deps, request, reply, { values, errors: { address: problem } });
  return seeOther(reply, '/desk/registrations');
}

/** @returns what is wrong, where the link was not sent */
async function sendLink(
  deps: Deps,
  request: FastifyRequest<Route>,
  { how, to }: { how: MadeHow; to: CodeAddress },
): Promise<string | undefined> {
  const actor = staffOf(request);
  const { id } = request.params;
  return inCouncil(deps.db, actor.councilId, async (tx) => {
    await found(tx, deps, request);
    const helped = await helpRegistration(tx, deps.clock, actor, { registrationId: id, how, to });
    if (!helped.ok) return NOT_HELPED[helped.refusal] ?? GONE;
    const key = `account-link:${id}:${String(deps.clock.now().getTime())}`;
    const variables = { track: helped.path, minutes: String(7 * 24 * 60) };
    await accountMessage(tx, deps, actor.councilId, {
      moment: 'account-unfinished',
      key,
      to: { ...to, name: helped.name },
      variables,
    });
    return undefined;
  });
}

const NOT_HELPED: Readonly<Record<string, string>> = {
  'begun-elsewhere': 'Somebody registers with this address already',
  'not-trained': NOT_TRAINED,
};

async function drop({ db, clock }: Deps, request: FastifyRequest<Route>, reply: FastifyReply): Promise<FastifyReply> {
  const actor = staffOf(request);
  const { id } = request.params;
  const ending = fieldOf(readForm(request), 'ending') === 'not-reached' ? 'not-reached' : 'not-wanted';
  const isDone =
    isId(id) &&
    (await inCouncil(db, actor.councilId, (tx) => dropRegistration(tx, clock, actor, { registrationId: id, ending })));
  if (!isDone) throw new HttpError(404, GONE);
  return seeOther(reply, '/desk/registrations');
}
