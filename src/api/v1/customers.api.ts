import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { changeCustomer, customerView, findCustomers, registerCustomer } from '#modules/customers';
import { inCouncil } from '#platform/db';
import type { Deps } from '#platform/deps';
import { HttpError } from '#platform/http/http-error';
import { machineOf, write } from './on-api.ts';
import { asJson, id, problems } from './schemas.ts';

const words = (most: number) => z.string().trim().min(1).max(most);
const reachKind = z.enum(['phone', 'email', 'post']);

const details = z.strictObject({
  kind: z.enum(['person', 'organisation']).default('person'),
  name: words(200),
  givenName: words(100).nullish(),
  familyName: words(100).nullish(),
  bornOn: z.iso.date().nullish(),
  uprn: z.int().positive().nullish(),
  address: words(500).nullish(),
  postcode: words(10).nullish(),
  language: words(50).nullish(),
});

const newCustomer = details.extend({
  reaches: z
    .array(z.strictObject({ kind: reachKind, value: words(320), isPreferred: z.boolean().default(false) }))
    .max(10)
    .default([]),
  /** Ids of the likely matches that somebody looked at and found to be other people. */
  notTheseIds: z.array(z.uuid()).max(50).default([]),
});

const customer = z.object({
  id: z.uuid(),
  kind: z.string(),
  name: z.string(),
  givenName: z.string().nullable(),
  familyName: z.string().nullable(),
  bornOn: z.string().nullable(),
  uprn: z.number().nullable(),
  address: z.string().nullable(),
  postcode: z.string().nullable(),
  language: z.string().nullable(),
  reaches: z.array(z.object({ id: z.uuid(), kind: z.string(), value: z.string(), isPreferred: z.boolean() })),
});

const found = z.object({
  results: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      postcode: z.string().nullable(),
      score: z.number(),
      reasons: z.array(z.string()),
    }),
  ),
  isCut: z.boolean(),
});

/** People on record. Each read is logged with the program's name; a search stands in no address. */
export function customersApi(plain: FastifyInstance, deps: Deps): void {
  readCustomers(plain, deps);
  writeCustomers(plain, deps);
}

function readCustomers(plain: FastifyInstance, deps: Deps): void {
  const door = plain.withTypeProvider<ZodTypeProvider>();
  const { db, clock } = deps;

  door.post(
    '/customers/searches',
    { schema: { body: z.strictObject({ words: words(200) }), response: { 200: found, ...problems } } },
    async (request, reply) => {
      const actor = machineOf(request);
      const asked = { typed: request.body.words, purpose: actor.name };
      const result = await inCouncil(db, actor.councilId, (tx) => findCustomers(tx, clock, actor, asked));
      if (!result.ok) throw new HttpError(403, 'This program may not read customers.');
      const results = result.found.map(({ customer: { id: customerId, name, postcode }, score, reasons }) => ({
        id: customerId,
        name,
        postcode,
        score,
        reasons,
      }));
      return reply.send({ results, isCut: result.isCut });
    },
  );

  door.get(
    '/customers/:id',
    { schema: { params: id, response: { 200: customer, ...problems } } },
    async (request, reply) => {
      const actor = machineOf(request);
      const asked = { customerId: request.params.id, purpose: actor.name };
      const view = await inCouncil(db, actor.councilId, (tx) => customerView(tx, clock, actor, asked));
      if (!view.ok) throw new HttpError(view.refusal === 'not-found' ? 404 : 403, 'There is no such customer.', 'id');
      return reply.send(asJson(view.customer) as z.output<typeof customer>);
    },
  );
}

function writeCustomers(plain: FastifyInstance, deps: Deps): void {
  const door = plain.withTypeProvider<ZodTypeProvider>();
  const { clock } = deps;

  door.post('/customers', { schema: { body: newCustomer, response: { 201: id, ...problems } } }, (request, reply) =>
    write(deps, request, reply, async (tx, actor) => {
      const made = await registerCustomer(tx, clock, actor, {
        ...given(request.body),
        reaches: request.body.reaches,
        notTheseIds: request.body.notTheseIds,
        source: actor.name,
      });
      if (made.ok) return { status: 201, body: { id: made.customerId } };
      if ('matches' in made)
        throw new HttpError(
          409,
          `This may be somebody on record: ${made.matches.map((one) => one.customer.id).join(', ')}. Look, then send the ids in notTheseIds.`,
          'notTheseIds',
        );
      throw new HttpError(
        made.refusal === 'not-allowed' ? 403 : 400,
        `The record was refused: ${made.refusal}.`,
        FIELDS[made.refusal],
      );
    }),
  );

  door.patch(
    '/customers/:id',
    { schema: { params: id, body: details.partial(), response: { 200: id, ...problems } } },
    (request, reply) =>
      write(deps, request, reply, async (tx, actor) => {
        const customerId = request.params.id;
        const view = await customerView(tx, clock, actor, { customerId, purpose: actor.name });
        if (!view.ok) throw new HttpError(404, 'There is no such customer.', 'id');
        const { interpreter, accessNeed, type } = view.customer;
        const changed = { ...view.customer, ...given(request.body), interpreter, accessNeed, type, customerId };
        const result = await changeCustomer(tx, clock, actor, changed);
        if (!result.ok)
          throw new HttpError(
            result.refusal === 'not-allowed' ? 403 : 400,
            `The change was refused: ${result.refusal}.`,
            FIELDS[result.refusal],
          );
        return { status: 200, body: { id: customerId } };
      }),
  );
}

const FIELDS: Readonly<Record<string, string>> = {
  'no-name': 'name',
  'not-a-postcode': 'postcode',
  'not-a-date': 'bornOn',
  'not-a-phone-number': 'reaches',
  'not-an-email-address': 'reaches',
};

/** Only what was sent: a field that is missing is not a field that is emptied. */
function given<T extends object>(body: T): { [Key in keyof T]: Exclude<T[Key], undefined> } {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined)) as {
    [Key in keyof T]: Exclude<T[Key], undefined>;
  };
}
