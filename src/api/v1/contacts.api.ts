import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { findCase } from '#modules/cases';
import { contactHistory, QUESTION_ACTS, type Question, recordContact } from '#modules/contacts';
import { CHANNELS } from '#modules/councils';
import { customerView } from '#modules/customers';
import { inCouncil, type Tx } from '#platform/db';
import type { Deps } from '#platform/deps';
import { HttpError } from '#platform/http/http-error';
import { machineOf, write } from './on-api.ts';
import { asJson, id, instant, instantOrNull, problems } from './schemas.ts';

const newContact = z.strictObject({
  channel: z.enum(CHANNELS),
  direction: z.enum(['in', 'out']),
  handled: z.enum(['person', 'automatic']).default('person'),
  customerId: z.uuid().optional(),
  summary: z.string().max(2_000).optional(),
  startedAt: instant.optional(),
  handlingSeconds: z.int().min(0).max(86_400).optional(),
  /** The other system's own id: the same one again is the same contact. */
  sourceId: z.string().min(1).max(200).optional(),
  questions: z
    .array(
      z.strictObject({
        act: z.enum(QUESTION_ACTS).nullable().default(null),
        reason: z.string().min(1).max(100),
        service: z.string().max(100).optional(),
        /** Reference of the case that it is about. */
        case: z.string().max(50).optional(),
      }),
    )
    .max(10)
    .default([]),
});

const contact = z.object({
  id: z.uuid(),
  channel: z.string(),
  direction: z.string(),
  handled: z.string(),
  startedAt: instant,
  endedAt: instantOrNull,
  staffName: z.string().nullable(),
  summary: z.string().nullable(),
});

/** Interactions on any channel: written down by other systems, and read as one person's history. */
export function contactsApi(plain: FastifyInstance, deps: Deps): void {
  const door = plain.withTypeProvider<ZodTypeProvider>();
  const { db, clock } = deps;

  door.post(
    '/contacts',
    { schema: { body: newContact, response: { 201: id, 200: id, ...problems } } },
    (request, reply) =>
      write(deps, request, reply, async (tx, actor) => {
        const { questions, startedAt, summary, handlingSeconds, sourceId, customerId, ...body } = request.body;
        const asked = await questionsOf(tx, actor.councilId, questions);
        if (customerId !== undefined) {
          const view = await customerView(tx, clock, actor, { customerId, purpose: actor.name });
          if (!view.ok) throw new HttpError(400, 'There is no such customer.', 'customerId');
        }
        const made = await recordContact(tx, clock, actor, {
          ...body,
          customerId,
          questions: asked,
          ...(summary !== undefined && { summary }),
          ...(handlingSeconds !== undefined && { handlingSeconds }),
          ...(startedAt !== undefined && { startedAt: new Date(startedAt) }),
          ...(sourceId !== undefined && { sourceId: `api/${actor.id}/${sourceId}` }),
        });
        return { status: made.isNew ? 201 : 200, body: { id: made.contactId } };
      }),
  );

  const query = z.strictObject({ customerId: z.uuid(), before: instant.optional(), beforeId: z.uuid().optional() });
  const page = z.object({
    items: z.array(contact),
    /** What to send as before and beforeId for the following page; null ends it. */
    next: z.object({ before: instant, beforeId: z.uuid() }).nullable(),
  });
  door.get(
    '/contacts',
    { schema: { querystring: query, response: { 200: page, ...problems } } },
    async (request, reply) => {
      const actor = machineOf(request);
      const { customerId, before, beforeId } = request.query;
      const history = await inCouncil(db, actor.councilId, async (tx) => {
        const view = await customerView(tx, clock, actor, { customerId, purpose: actor.name });
        if (!view.ok) throw new HttpError(404, 'There is no such customer.', 'customerId');
        const key =
          before !== undefined && beforeId !== undefined ? { startedAt: new Date(before), id: beforeId } : undefined;
        return contactHistory(tx, actor.councilId, { clusterId: view.customer.clusterId, before: key });
      });
      const next = history.next ? { before: history.next.startedAt, beforeId: history.next.id } : null;
      return reply.send(asJson({ items: history.items, next }) as z.output<typeof page>);
    },
  );
}

type Asked = z.output<typeof newContact>['questions'];

async function questionsOf(tx: Tx, councilId: string, asked: Asked): Promise<Question[]> {
  const questions: Question[] = [];
  for (const { act, reason, service, case: named } of asked) {
    const itsCase = named === undefined ? undefined : await findCase(tx, councilId, named);
    if (named !== undefined && !itsCase) throw new HttpError(400, `There is no case ${named}.`, 'questions');
    const about = { ...(service !== undefined && { serviceSlug: service }), ...(itsCase && { caseId: itsCase.id }) };
    questions.push({ act, reason, ...about });
  }
  return questions;
}
