import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { z } from 'zod';
import { addToCase, caseLines, endCase, listCases, openCase, reopenCase } from '#modules/cases';
import { journey, recordContact } from '#modules/contacts';
import { councilConfig } from '#modules/councils';
import type { MachineActor } from '#modules/staff';
import { recordRead } from '#platform/audit';
import type { Clock } from '#platform/clock';
import { inCouncil, type Tx } from '#platform/db';
import type { Deps } from '#platform/deps';
import { HttpError } from '#platform/http/http-error';
import { caseNamed, checkCustomer, defined, refused } from './case-named.ts';
import * as shape from './case-schemas.ts';
import { machineOf, write } from './on-api.ts';
import { asJson, pageOf, problems, readNext, reference } from './schemas.ts';

/** Cases: read by filters or reference, opened, added to, ended and opened again as nouns of their own. */
export function casesApi(plain: FastifyInstance, deps: Deps): void {
  readCases(plain, deps);
  readJourney(plain, deps);
  openCases(plain, deps);
  changeCases(plain, deps);
}

function readCases(plain: FastifyInstance, { db, clock }: Deps): void {
  const door = plain.withTypeProvider<ZodTypeProvider>();

  door.get(
    '/cases',
    { schema: { querystring: shape.filters, response: { 200: shape.page, ...problems } } },
    async (request, reply) => {
      const { next, limit, updatedSince, ...filters } = request.query;
      const since = updatedSince === undefined ? undefined : new Date(updatedSince);
      const filter = { ...filters, updatedSince: since, after: readNext(next), limit: limit + 1 };
      const found = await inCouncil(db, request.councilId, (tx) => listCases(tx, request.councilId, filter));
      return reply.send(asJson(pageOf(found, limit)) as z.output<typeof shape.page>);
    },
  );

  door.get(
    '/cases/:reference',
    { schema: { params: reference, response: { 200: shape.whole, ...problems } } },
    async (request, reply) => {
      const actor = machineOf(request);
      const whole = await inCouncil(db, actor.councilId, async (tx) => {
        const itsCase = await caseNamed(tx, actor.councilId, request.params.reference);
        await recordRead(tx, clock, actor, {
          act: 'case.read',
          subjectType: 'case',
          subjectId: itsCase.id,
          purpose: actor.name,
        });
        const [line] = await caseLines(tx, actor.councilId, { caseIds: [itsCase.id] });
        return {
          ...line,
          description: itsCase.description,
          channel: itsCase.channel,
          uprn: itsCase.uprn,
          lat: itsCase.lat,
          lon: itsCase.lon,
        };
      });
      return reply.send(asJson(whole) as z.output<typeof shape.whole>);
    },
  );
}

function readJourney(plain: FastifyInstance, { db, clock }: Deps): void {
  const door = plain.withTypeProvider<ZodTypeProvider>();

  door.get(
    '/cases/:reference/journey',
    { schema: { params: reference, querystring: shape.costs, response: { 200: shape.journey, ...problems } } },
    async (request, reply) => {
      const actor = machineOf(request);
      const lines = await inCouncil(db, actor.councilId, async (tx) => {
        const { profile, costSets } = await councilConfig(tx, actor.councilId, request.council.revision);
        const chosen = request.query.costSet ?? profile.settings.costSet;
        const costSet = costSets.get(chosen);
        if (!costSet)
          throw new HttpError(
            400,
            `There is no cost set ${chosen}; there are ${[...costSets.keys()].join(', ')}.`,
            'costSet',
          );
        const itsCase = await caseNamed(tx, actor.councilId, request.params.reference);
        await recordRead(tx, clock, actor, {
          act: 'case.read',
          subjectType: 'case',
          subjectId: itsCase.id,
          purpose: actor.name,
        });
        return { costSet: chosen, ...(await journey(tx, actor.councilId, itsCase.id, costSet)) };
      });
      return reply.send(asJson(lines) as z.output<typeof shape.journey>);
    },
  );
}

function openCases(plain: FastifyInstance, deps: Deps): void {
  const door = plain.withTypeProvider<ZodTypeProvider>();
  const { clock } = deps;

  door.post(
    '/cases',
    { schema: { body: shape.newCase, response: { 201: shape.opened, 200: shape.opened, ...problems } } },
    (request, reply) =>
      write(deps, request, reply, async (tx, actor) => {
        const { sourceId, place, parties, description, service, channel, answers, customerId } = request.body;
        await checkCustomer(tx, actor.councilId, customerId);
        const { text, ...at } = place ?? {};
        const made = await openCase(tx, clock, actor, {
          service,
          channel,
          answers,
          place: place ? { ...defined(at), words: text ?? null } : null,
          parties:
            customerId === undefined
              ? parties.map(defined)
              : [{ role: 'requester', customerId }, ...parties.map(defined)],
          ...(description !== undefined && { description }),
          ...(sourceId !== undefined && { source: { name: `api/${actor.id}`, id: sourceId } }),
        });
        if (!made.ok)
          throw new HttpError(made.refusal === 'not-allowed' ? 403 : 400, made.message, FIELDS[made.refusal]);
        if (made.isNew) await recordReport(tx, clock, actor, { ...request.body, caseId: made.caseId });
        const promises = made.promises.map(({ kind, what, dueAt }) => ({
          kind,
          what: what.en,
          dueAt: dueAt.toISOString(),
        }));
        return {
          status: made.isNew ? 201 : 200,
          body: { id: made.caseId, reference: made.reference, team: made.team.name, promises },
        };
      }),
  );
}

function changeCases(plain: FastifyInstance, deps: Deps): void {
  const door = plain.withTypeProvider<ZodTypeProvider>();
  const { clock } = deps;

  door.post(
    '/cases/:reference/entries',
    { schema: { params: reference, body: shape.entry, response: { 201: shape.done, ...problems } } },
    (request, reply) =>
      write(deps, request, reply, async (tx, actor) => {
        const { sourceId, ...entry } = request.body;
        const source = sourceId === undefined ? {} : { sourceId: `api/${actor.id}/${sourceId}` };
        const result = await addToCase(tx, clock, actor, { case: request.params.reference, ...entry, ...source });
        if (!result.ok) throw refused(result.refusal);
        return { status: 201, body: { ok: true } };
      }),
  );

  door.post(
    '/cases/:reference/endings',
    { schema: { params: reference, body: shape.ending, response: { 201: shape.done, ...problems } } },
    (request, reply) =>
      write(deps, request, reply, async (tx, actor) => {
        const result = await endCase(tx, clock, actor, { case: request.params.reference, ...defined(request.body) });
        if (result.ok) return { status: 201, body: { ok: true } };
        const missing = result.blockers?.map(({ text }) => text).join('. ');
        throw refused(result.refusal, { detail: missing });
      }),
  );

  door.post(
    '/cases/:reference/reopenings',
    { schema: { params: reference, body: shape.reopening, response: { 201: shape.done, ...problems } } },
    (request, reply) =>
      write(deps, request, reply, async (tx, actor) => {
        const result = await reopenCase(tx, clock, actor, {
          case: request.params.reference,
          because: request.body.because,
        });
        if (!result.ok) throw refused(result.refusal);
        return { status: 201, body: { ok: true } };
      }),
  );
}

type Reported = Pick<z.output<typeof shape.newCase>, 'service' | 'channel' | 'customerId' | 'parties'> & {
  caseId: string;
};

/** The contact that a new case came by. */
async function recordReport(tx: Tx, clock: Clock, actor: MachineActor, reported: Reported): Promise<void> {
  const { service, channel, customerId, parties, caseId } = reported;
  const [first] = parties;
  await recordContact(tx, clock, actor, {
    channel,
    direction: 'in',
    handled: 'automatic',
    customerId,
    givenName: first?.name,
    givenEmail: first?.email,
    givenPhone: first?.phone,
    questions: [{ act: 'report', reason: 'report', serviceSlug: service, caseId }],
  });
}

const FIELDS: Readonly<Record<string, string>> = { 'unknown-service': 'service', 'place-needed': 'place' };
