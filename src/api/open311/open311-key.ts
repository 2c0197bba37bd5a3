import type { FastifyRequest } from 'fastify';
import { type MachineActor, may } from '#modules/staff';
import type { Deps } from '#platform/deps';
import { machineBehind } from '../machine.ts';
import { Open311Error } from './open311-error.ts';
import { one } from './read-query.ts';

/**
 * The program that writes: by the `api_key` of the standard, in the form or the address, or by a bearer token.
 * Throws 403, as the standard says, for a key that is missing or may not write here.
 */
export async function writer(deps: Deps, request: FastifyRequest, form: unknown): Promise<MachineActor> {
  const bearer = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1];
  const key = one(form, 'api_key') ?? one(request.query, 'api_key') ?? bearer;
  const actor = key === undefined ? null : await machineBehind(deps, request.councilId, key);
  if (actor && may(actor, 'write-open311')) return actor;
  throw new Open311Error(403, 'api_key is missing or may not write here. The council gives one out.');
}
