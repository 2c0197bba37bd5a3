import type { FastifyRequest } from 'fastify';
import { type TrackedCase, trackCase } from '#modules/cases';
import { inCouncil } from '#platform/db';
import type { Deps } from '#platform/deps';
import { HttpError } from '#platform/http/http-error';
import { readReference } from '#platform/ids';

/**
 * The case of the reference in the address, as everyone who has it may see it.
 *
 * @throws HttpError 404 where there is none
 */
export async function findTracked(
  { db }: Deps,
  { councilId, params }: FastifyRequest<{ Params: { reference: string } }>,
): Promise<TrackedCase> {
  const reference = readReference(params.reference);
  const found = reference
    ? await inCouncil(db, councilId, (tx) => trackCase(tx, councilId, { reference, isProven: false }))
    : undefined;
  if (found) return found;
  throw new HttpError(404, 'We have no report with that reference. Check each letter, or call us and we look for it.');
}
