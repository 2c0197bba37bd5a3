import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type MachineActor, type MachinePermission, may } from '#modules/staff';
import { answerOnce } from '#platform/answer-once';
import { inCouncil, type Tx } from '#platform/db';
import type { Deps } from '#platform/deps';
import { HttpError } from '#platform/http/http-error';
import { machineBehind } from '../machine.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Set for every route of the API before it runs. */
    machine: MachineActor | null;
  }
}

/** Let in the program behind a bearer token of this council, where its role allows the method. */
export function requireMachine(deps: Deps) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    const token = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1];
    const machine = token === undefined ? null : await machineBehind(deps, request.councilId, token);
    if (!machine) {
      reply.header('www-authenticate', 'Bearer');
      throw new HttpError(401, 'Send a token of this council: "Authorization: Bearer fd_…".');
    }
    const needed: MachinePermission = isReading(request) ? 'read-api' : 'write-api';
    if (!may(machine, needed)) throw new HttpError(403, `The role of this token, ${machine.role}, may not do this.`);
    request.machine = machine;
  };
}

/** A search is a POST, so that what is searched for stands in no address. */
function isReading({ method, routeOptions }: FastifyRequest): boolean {
  return method === 'GET' || method === 'HEAD' || (routeOptions.url ?? '').endsWith('/searches');
}

export function machineOf({ machine }: FastifyRequest): MachineActor {
  if (!machine) throw new Error('a route of the API ran without its token having been checked');
  return machine;
}

export interface Answer {
  status: number;
  body: unknown;
}

const LONGEST_KEY = 200;

/** A refusal of which something is kept: it is sent as a problem, after the commit. */
const refusalSchema = z.object({ detail: z.string(), field: z.string().optional() });

/** Do a write in one transaction, once for each `Idempotency-Key`, and send its answer. */
export async function write(
  { db, clock }: Deps,
  request: FastifyRequest,
  reply: FastifyReply,
  work: (tx: Tx, actor: MachineActor) => Promise<Answer>,
): Promise<void> {
  const actor = machineOf(request);
  const key = request.headers['idempotency-key'];
  if (Array.isArray(key) || key === '' || (key?.length ?? 0) > LONGEST_KEY)
    throw new HttpError(400, `Idempotency-Key must be one text of 1 to ${LONGEST_KEY} characters.`, 'Idempotency-Key');
  const scope = `${actor.id} ${request.method} ${request.url}`;
  const asked = { councilId: actor.councilId, scope, key, body: request.body };
  const once = await inCouncil(db, actor.councilId, (tx) => answerOnce(tx, clock, asked, () => work(tx, actor)));
  if (!once.ok)
    throw new HttpError(409, 'This Idempotency-Key came before with another body. Use a new key.', 'Idempotency-Key');
  const { status, body } = once.answer;
  if (status >= 400) {
    const { detail, field } = refusalSchema.parse(body);
    throw new HttpError(status, detail, field);
  }
  await reply.code(status).send(body);
}
