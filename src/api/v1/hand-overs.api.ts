import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { answerSchema, HAND_OVER_FILTERS, handOverList, handOverView, payloadOf, takeAnswer } from '#modules/handovers';
import { recordRead } from '#platform/audit';
import { inCouncil } from '#platform/db';
import type { Deps } from '#platform/deps';
import { HttpError } from '#platform/http/http-error';
import { machineOf, write } from './on-api.ts';
import { asJson, id, instant, instantOrNull, problems } from './schemas.ts';

const line = z.object({
  id: z.uuid(),
  reference: z.string(),
  title: z.string(),
  destination: z.string(),
  state: z.string(),
  madeAt: instant,
  deliveredAt: instantOrNull,
  /** `automatic` or `by-hand`. */
  deliveredHow: z.string().nullable(),
  externalReference: z.string().nullable(),
  result: z.string().nullable(),
});
const list = z.object({ items: z.array(line) });
const query = z.strictObject({
  destination: z.string().min(1).max(100),
  state: z.enum(HAND_OVER_FILTERS).default('not-arrived'),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});

/** What a webhook would have carried, for a system that fetches what is for it; any shape a service's answers have. */
const whole = line.extend({ payload: z.record(z.string(), z.unknown()) });
const taken = z.object({ ok: z.literal(true), standing: z.enum(['taken', 'same', 'to-a-person']) });

const LATE =
  'This was decided before your answer came, and your answer says something else. It changed nothing: the council has it to read.';
const NONE = 'There is no hand-over of this id.';

/** For the systems that cases are handed over to: what waits for them, one whole, and the answer to it. */
export function handOversApi(plain: FastifyInstance, deps: Deps): void {
  const door = plain.withTypeProvider<ZodTypeProvider>();
  const { db, clock, publicUrl } = deps;

  door.get(
    '/hand-overs',
    { schema: { querystring: query, response: { 200: list, ...problems } } },
    async (request, reply) => {
      const { destination, state: filter, limit } = request.query;
      const wanted = { destination, filter, limit };
      const items = await inCouncil(db, request.councilId, (tx) => handOverList(tx, request.councilId, wanted));
      return reply.send(asJson({ items }) as z.output<typeof list>);
    },
  );

  door.get(
    '/hand-overs/:id',
    { schema: { params: id, response: { 200: whole, ...problems } } },
    async (request, reply) => {
      const actor = machineOf(request);
      const found = await inCouncil(db, actor.councilId, async (tx) => {
        const view = await handOverView(tx, actor.councilId, request.params.id);
        if (!view) throw new HttpError(404, NONE, 'id');
        const row = { council_id: actor.councilId, id: view.id, case_id: view.caseId, destination: view.destination };
        const read = { act: 'case.read', subjectType: 'case', subjectId: view.caseId, purpose: actor.name };
        await recordRead(tx, clock, actor, read);
        return { ...view, payload: (await payloadOf(tx, row, publicUrl))?.payload ?? {} };
      });
      return reply.send(asJson(found) as z.output<typeof whole>);
    },
  );

  door.post(
    '/hand-overs/:id/answer',
    { schema: { params: id, body: answerSchema, response: { 201: taken, 200: taken, ...problems } } },
    (request, reply) =>
      write(deps, request, reply, async (tx, actor) => {
        const command = { handOverId: request.params.id, said: 'api', answer: request.body } as const;
        const result = await takeAnswer(tx, clock, actor, command);
        if (result.ok) return { status: result.isNew ? 201 : 200, body: { ok: true, standing: result.standing } };
        if (result.refusal === 'too-late') return { status: 409, body: { detail: LATE } };
        if (result.refusal === 'not-found') throw new HttpError(404, NONE, 'id');
        if (result.refusal === 'not-allowed') throw new HttpError(403, 'This program may not answer hand-overs.');
        throw new HttpError(409, 'Another answer came under this id before. Give a new answer a new id.', 'id');
      }),
  );
}
