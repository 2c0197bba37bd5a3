import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { JOB_FEEDBACK_MESSAGES, jobFeedbackSchema, listJobs, takeJobFeedback } from '#modules/cases';
import { storeUpload } from '#modules/documents';
import { inCouncil } from '#platform/db';
import type { Deps } from '#platform/deps';
import { HttpError } from '#platform/http/http-error';
import { readForm } from '#platform/http/read-form';
import { machineOf, write } from './on-api.ts';
import { asJson, id, instant, instantOrNull, pageOf, paging, problems, readNext } from './schemas.ts';

const job = z.object({
  id: z.uuid(),
  number: z.int(),
  reference: z.string(),
  slug: z.string(),
  title: z.string(),
  instructions: z.string(),
  team: z.string(),
  state: z.string(),
  evidence: z.string(),
  place: z.string().nullable(),
  uprn: z.number().nullable(),
  lat: z.number().nullable(),
  lon: z.number().nullable(),
  dueAt: instantOrNull,
  madeAt: instant,
  updatedAt: instant,
  endedAt: instantOrNull,
});
const page = z.object({ items: z.array(job), next: z.string().nullable() });
const query = z.strictObject({ team: z.string().min(1).max(100), updatedSince: instant.optional(), ...paging });

/** Job sheets for those who work in a system of their own: what there is to do, and what became of it. */
export function jobsApi(plain: FastifyInstance, deps: Deps): void {
  const door = plain.withTypeProvider<ZodTypeProvider>();
  const { db, clock } = deps;

  door.get(
    '/jobs',
    { schema: { querystring: query, response: { 200: page, ...problems } } },
    async (request, reply) => {
      const { team, updatedSince, next, limit } = request.query;
      const since = updatedSince === undefined ? undefined : new Date(updatedSince);
      const filter = { team, updatedSince: since, after: readNext(next), limit: limit + 1 };
      const found = await inCouncil(db, request.councilId, (tx) => listJobs(tx, request.councilId, filter));
      return reply.send(asJson(pageOf(found, limit)) as z.output<typeof page>);
    },
  );

  const taken = z.object({ ok: z.literal(true) });
  door.post(
    '/jobs/:id/feedback',
    { schema: { params: id, body: jobFeedbackSchema, response: { 200: taken, ...problems } } },
    (request, reply) =>
      write(deps, request, reply, async (tx, actor) => {
        const result = await takeJobFeedback(tx, clock, actor, { ...request.body, jobId: request.params.id });
        if (result.ok) return { status: 200, body: { ok: true } };
        throw new HttpError(
          STATUS[result.refusal] ?? 400,
          JOB_FEEDBACK_MESSAGES[result.refusal],
          FIELD[result.refusal],
        );
      }),
  );

  // A photo comes before the report that shows it: the answer's id goes into fileIds. Sent as multipart/form-data.
  door.post(
    '/photos',
    { schema: { consumes: ['multipart/form-data'], response: { 201: id, ...problems } } },
    async (request, reply) => {
      const [file] = request.isMultipart() ? readForm(request).files : [];
      if (!file) throw new HttpError(400, 'Send one photo as multipart/form-data.', 'photo');
      const { name, bytes, isTooLarge } = file;
      const stored = await storeUpload(deps, machineOf(request), { name, bytes, isTooLarge, accept: 'photo' });
      if (!stored.ok) throw new HttpError(400, `${stored.message}.`, 'photo');
      return reply.code(201).send({ id: stored.fileId });
    },
  );
}

const STATUS: Readonly<Record<string, number>> = { 'not-found': 404, 'not-allowed': 403, 'not-open': 409 };
const FIELD: Readonly<Record<string, string>> = {
  'not-found': 'id',
  'no-reason': 'note',
  'nothing-said': 'note',
  'note-needed': 'note',
  'photo-needed': 'fileIds',
  'unknown-file': 'fileIds',
  'time-not-possible': 'at',
};
