import type { FastifyInstance } from 'fastify';
import { councilConfig, english } from '#modules/councils';
import { inCouncil } from '#platform/db';
import type { Deps } from '#platform/deps';
import { fileNamed } from './file-named.ts';
import { publicService, publicServices } from './public-services.ts';
import { FORMATS, sendOpen311 } from './reply-open311.ts';
import { attributeOf, attributeQuestions } from './service-attributes.ts';

/** `GET services` and `GET services/<code>`: what can be reported, and what is asked about it. */
export function servicesApi(door: FastifyInstance, { db, clock }: Deps): void {
  for (const format of FORMATS) {
    door.get(`/services.${format}`, async (request, reply) => {
      const { council } = request;
      const value = await inCouncil(db, council.id, async (tx) => {
        const { profile } = await councilConfig(tx, council.id, council.revision);
        const topics = new Map(profile.topics.map(({ slug, name }) => [slug, english(name)]));
        return (await publicServices(tx, clock, council)).map(({ service }) => ({
          service_code: service.slug,
          service_name: english(service.name),
          description: english(service.summary),
          metadata: attributeQuestions(service).length > 0,
          type: 'realtime',
          keywords: service.synonyms.join(','),
          group: topics.get(service.topic) ?? '',
        }));
      });
      return sendOpen311(request, reply, { root: 'services', value });
    });
  }

  door.get('/services/:file', async (request, reply) => {
    const code = fileNamed(request.params);
    const { service } = await inCouncil(db, request.councilId, (tx) => publicService(tx, clock, request.council, code));
    const attributes = attributeQuestions(service).map((question, index) => attributeOf(question, index + 1));
    const value = { service_code: service.slug, attributes };
    return sendOpen311(request, reply, { root: 'service_definition', value });
  });
}
