import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { todayOf } from '#modules/cases';
import { english } from '#modules/councils';
import { isOffered, isReport, serviceCatalogue } from '#modules/services';
import { inCouncil } from '#platform/db';
import type { Deps } from '#platform/deps';
import { problems } from './schemas.ts';

const service = z.object({
  slug: z.string(),
  version: z.int(),
  kind: z.string(),
  name: z.string(),
  summary: z.string(),
  visibility: z.string(),
  /** The questions that a case of this service answers, by id. */
  questions: z.array(z.object({ id: z.string(), kind: z.string(), label: z.string(), required: z.boolean() })),
});

/** What the council offers today, with the version that a new case would be opened under. */
export function servicesApi(plain: FastifyInstance, { db, clock }: Deps): void {
  const door = plain.withTypeProvider<ZodTypeProvider>();
  const list = z.object({ items: z.array(service) });
  door.get('/services', { schema: { response: { 200: list, ...problems } } }, async (request, reply) => {
    const { id, revision } = request.council;
    const offered = await inCouncil(db, id, async (tx) => {
      const { services } = await serviceCatalogue(tx, id, revision);
      const today = await todayOf(tx, clock, id);
      return [...services.values()].filter((one) => isOffered(one.service, today));
    });
    const items = offered.map(({ service: one, version }) => ({
      slug: one.slug,
      version,
      kind: one.kind,
      name: english(one.name),
      summary: english(one.summary),
      visibility: isReport(one) ? one.visibility : 'private',
      questions: isReport(one)
        ? one.questions.map(({ id: questionId, kind, label, required }) => ({
            id: questionId,
            kind,
            label: english(label),
            required,
          }))
        : [],
    }));
    return reply.send({ items });
  });
}
