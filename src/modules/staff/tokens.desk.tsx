import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { councilConfig } from '#modules/councils';
import { addCalendarDays } from '#platform/calendar';
import { inCouncil, type Tx } from '#platform/db';
import type { Deps } from '#platform/deps';
import { HttpError } from '#platform/http/http-error';
import { fieldOf, readForm } from '#platform/http/read-form';
import { seeOther } from '#platform/http/request';
import { formToken } from '#platform/http/shell';
import { MACHINE_ROLES, type StaffActor } from './actor.ts';
import { createApiToken } from './create-api-token.ts';
import { may } from './permissions.ts';
import { revokeApiToken } from './revoke-api-token.ts';
import { staffOf } from './signed-in.desk.ts';
import { tokenRows } from './token-list.ts';
import { TokenPage, TokensPage } from './tokens.page.tsx';

interface Route {
  Params: { id: string };
}

/** The programs that come with a token: who they are, making one, ending one. For administrators. */
export function tokensDesk(desk: FastifyInstance, deps: Deps): void {
  const { db, clock } = deps;
  desk.get('/admin/tokens', (request, reply) => tokens(request, reply, deps, {}));
  desk.post('/admin/tokens', (request, reply) => make(request, reply, deps));

  desk.get<Route>('/admin/tokens/:id', async (request, reply) => {
    const actor = keeperOf(request);
    const { rows, zone } = await inCouncil(db, actor.councilId, (tx) => listed(tx, deps, actor));
    const token = rows.find(({ id }) => id === request.params.id);
    if (!token) throw new HttpError(404, 'There is no such token. Choose one from the list.');
    const frame = { shell: request.deskShell, hidden: formToken(reply), zone };
    return reply.html(<TokenPage {...frame} token={token} />);
  });

  desk.post<Route>('/admin/tokens/:id/revocation', async (request, reply) => {
    const actor = keeperOf(request);
    const { id } = request.params;
    if (!z.uuid().safeParse(id).success) throw new HttpError(404, 'There is no such token. Choose one from the list.');
    // Whoever pressed second finds it done.
    await inCouncil(db, actor.councilId, (tx) => revokeApiToken(tx, clock, actor, { id }));
    return seeOther(reply, '/desk/admin/tokens');
  });
}

const Fields = z.object({
  name: z.string().trim().min(1, 'Enter who or what will use it').max(120, 'Use 120 characters or fewer'),
  role: z.enum(MACHINE_ROLES, 'Choose what the program may do'),
  expires: z
    .string()
    .refine(
      (text) => text === '' || z.iso.date().safeParse(text).success,
      'Enter a date such as 2027-03-31, or leave it empty',
    ),
});

async function make(request: FastifyRequest, reply: FastifyReply, deps: Deps): Promise<FastifyReply> {
  const actor = keeperOf(request);
  const form = readForm(request);
  const values = Object.fromEntries(['name', 'role', 'expires'].map((field) => [field, fieldOf(form, field).trim()]));
  const read = Fields.safeParse(values);
  if (!read.success) return tokens(request, reply, deps, { values, errors: errorsOf(read.error) });
  const { name, role, expires } = read.data;
  const made = await inCouncil(deps.db, actor.councilId, async (tx) => {
    const { zone } = (await councilConfig(tx, actor.councilId)).profile;
    // Until the end of that day, on the council's wall.
    const expiresAt = expires === '' ? null : addCalendarDays(zone, new Date(`${expires}T12:00:00Z`), 0);
    return createApiToken(tx, deps.clock, actor, { name, role, ...(expiresAt && { expiresAt }) });
  });
  if (made.ok) return tokens(request, reply, deps, { made: { name, token: made.token } });
  return tokens(request, reply, deps, { values, errors: { expires: 'Enter a date that is not over' } });
}

interface Shown {
  values?: Record<string, string>;
  errors?: Record<string, string>;
  made?: { name: string; token: string };
}

async function tokens(request: FastifyRequest, reply: FastifyReply, deps: Deps, shown: Shown): Promise<FastifyReply> {
  const actor = keeperOf(request);
  const list = await inCouncil(deps.db, actor.councilId, (tx) => listed(tx, deps, actor));
  return reply
    .code(shown.errors ? 422 : 200)
    .header('cache-control', 'no-store')
    .html(<TokensPage shell={request.deskShell} hidden={formToken(reply)} {...list} {...shown} />);
}

async function listed(tx: Tx, { clock }: Deps, actor: StaffActor) {
  const { zone } = (await councilConfig(tx, actor.councilId)).profile;
  return { rows: await tokenRows(tx, clock, actor), zone };
}

function keeperOf(request: FastifyRequest): StaffActor {
  const actor = staffOf(request);
  if (!may(actor, 'manage-tokens')) throw new HttpError(403, 'Only administrators can see and make tokens.');
  return actor;
}

function errorsOf(error: z.ZodError): Record<string, string> {
  return Object.fromEntries(error.issues.map((issue) => [String(issue.path[0]), issue.message]));
}
