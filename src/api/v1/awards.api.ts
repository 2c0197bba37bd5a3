import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { awardKeySchema, awardSchema, publishAward } from '#modules/awards';
import type { Deps } from '#platform/deps';
import { HttpError } from '#platform/http/http-error';
import { write } from './on-api.ts';
import { problems } from './schemas.ts';

const params = z.object({ id: z.uuid(), award: awardKeySchema });
const taken = z.object({ ok: z.literal(true), standing: z.enum(['taken', 'same', 'older']) });

const OTHER = 'Something else came under this revision before. Give a correction a higher revision.';

/** For the systems that pay: what is paid for a case that was handed over to them, and when. */
export function awardsApi(plain: FastifyInstance, deps: Deps): void {
  const door = plain.withTypeProvider<ZodTypeProvider>();
  door.put(
    '/hand-overs/:id/awards/:award',
    { schema: { params, body: awardSchema, response: { 201: taken, 200: taken, ...problems } } },
    (request, reply) =>
      write(deps, request, reply, async (tx, actor) => {
        const { id, award: key } = request.params;
        const result = await publishAward(tx, deps.clock, actor, { handOverId: id, key, award: request.body });
        if (result.ok) {
          return { status: result.standing === 'taken' ? 201 : 200, body: { ok: true, standing: result.standing } };
        }
        if (result.refusal === 'not-found') throw new HttpError(404, 'There is no hand-over of this id.', 'id');
        if (result.refusal === 'not-allowed') throw new HttpError(403, 'This program may not publish what is paid.');
        throw new HttpError(409, OTHER, 'revision');
      }),
  );
}
