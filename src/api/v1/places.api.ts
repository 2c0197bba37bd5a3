import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { councilConfig } from '#modules/councils';
import {
  findAddresses,
  normalisePostcode,
  POSTCODE_MESSAGES,
  ROUND_STATE_MESSAGES,
  readRoundState,
  recordRoundState,
} from '#modules/places';
import { inCouncil } from '#platform/db';
import type { Deps } from '#platform/deps';
import { HttpError } from '#platform/http/http-error';
import { write } from './on-api.ts';
import { problems } from './schemas.ts';

const address = z.object({
  uprn: z.number(),
  line: z.string(),
  postcode: z.string(),
  lat: z.number(),
  lon: z.number(),
  isInvented: z.boolean(),
});

const report = z.looseObject({ state: z.string(), at: z.string() });
const reports = z.union([report, z.array(report).min(1).max(500)]);

/** Addresses by postcode, and what the crews' system says about rounds. */
export function placesApi(plain: FastifyInstance, deps: Deps): void {
  const door = plain.withTypeProvider<ZodTypeProvider>();
  const { db, clock } = deps;

  const query = z.strictObject({ postcode: z.string().max(20) });
  const list = z.object({ items: z.array(address) });
  door.get(
    '/addresses',
    { schema: { querystring: query, response: { 200: list, ...problems } } },
    async (request, reply) => {
      const read = normalisePostcode(request.query.postcode);
      if (!read.ok) throw new HttpError(400, POSTCODE_MESSAGES[read.refusal], 'postcode');
      const found = await inCouncil(db, request.councilId, (tx) => findAddresses(tx, request.councilId, read.postcode));
      const items = found.map(({ uprn, line, postcode, point, isInvented }) => ({
        uprn,
        line,
        postcode,
        ...point,
        isInvented,
      }));
      return reply.send({ items });
    },
  );

  const outcome = z.object({ items: z.array(z.object({ id: z.uuid(), isNew: z.boolean() })) });
  door.post('/round-states', { schema: { body: reports, response: { 200: outcome, ...problems } } }, (request, reply) =>
    write(deps, request, reply, async (tx, actor) => {
      const { profile } = await councilConfig(tx, request.council.id, request.council.revision);
      const items = [];
      for (const [index, one] of [request.body].flat().entries()) {
        const at = Array.isArray(request.body) ? `${index}.` : '';
        const read = readRoundState(one, profile.zone);
        if (!read.ok) throw new HttpError(400, `${read.reason}.`, `${at}${read.field}`);
        const result = await recordRoundState(tx, clock, actor, read.command);
        if (!result.ok) throw new HttpError(400, `${ROUND_STATE_MESSAGES[result.refusal]}.`, `${at}state`);
        items.push({ id: result.id, isNew: result.isNew });
      }
      return { status: 200, body: { items } };
    }),
  );
}
