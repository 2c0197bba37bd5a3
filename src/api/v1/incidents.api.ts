import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { endIncident, incidents, joinIncident, openIncident } from '#modules/cases';
import { inCouncil } from '#platform/db';
import type { Deps } from '#platform/deps';
import { caseNamed, checkCustomer, defined, refused } from './case-named.ts';
import { done } from './case-schemas.ts';
import { machineOf, write } from './on-api.ts';
import { asJson, id, instant, instantOrNull, problems, reference } from './schemas.ts';

const words = (most: number) => z.string().trim().min(1).max(most);
const promise = z.object({ id: z.uuid(), what: z.object({ en: z.string() }), dueAt: instant });

const incident = z.object({
  id: z.uuid(),
  reference: z.string(),
  title: z.string(),
  message: z.string(),
  service: z.string(),
  roundSlug: z.string().nullable(),
  onDate: z.string().nullable(),
  team: z.string(),
  startedAt: instant,
  endedAt: instantOrNull,
  ending: z.string().nullable(),
  /** How many joined it, and how many of them have been told. */
  members: z.int(),
  told: z.int(),
  promises: z.array(promise.extend({ outcome: z.string().nullable() })),
});
const list = z.object({ items: z.array(incident) });

const newIncident = z.strictObject({
  /** Slug of the council's kind of incident: its team and its promise come from there. */
  kind: words(100),
  service: words(100),
  /** For staff. */
  title: words(200),
  /** What everybody is told. */
  message: words(1_000),
  round: words(100).optional(),
  /** Local date of the round. */
  onDate: z.iso.date().optional(),
  area: z
    .strictObject({
      streets: z.array(words(200)).max(500).default([]),
      postcodes: z.array(words(10)).max(500).default([]),
      wards: z.array(words(20)).max(100).default([]),
    })
    .optional(),
});

const opened = z.object({
  id: z.uuid(),
  reference: z.string(),
  promise: z.object({ what: z.string(), dueAt: instant }),
});

const member = z
  .strictObject({
    customerId: z.uuid().optional(),
    case: words(50).optional(),
    uprn: z.int().positive().max(999_999_999_999).optional(),
    name: z.string().max(200).optional(),
    email: z.email().max(320).optional(),
    phone: words(50).optional(),
  })
  .refine(({ name: _, ...who }) => Object.values(who).some((one) => one !== undefined), {
    message: 'Send customerId, case, uprn, email or phone',
  });

const over = z.strictObject({ ending: words(1_000), at: instant.optional() });

/** One thing that has happened to many: read, opened, joined and ended. */
export function incidentsApi(plain: FastifyInstance, deps: Deps): void {
  readIncidents(plain, deps);
  openIncidents(plain, deps);
  changeIncidents(plain, deps);
}

function readIncidents(plain: FastifyInstance, { db }: Deps): void {
  const door = plain.withTypeProvider<ZodTypeProvider>();
  const query = z.strictObject({ state: z.enum(['open', 'ended']).default('open') });
  door.get(
    '/incidents',
    { schema: { querystring: query, response: { 200: list, ...problems } } },
    async (request, reply) => {
      const actor = machineOf(request);
      const open = request.query.state === 'open';
      const items = await inCouncil(db, actor.councilId, (tx) => incidents(tx, actor, { open }));
      return reply.send(asJson({ items }) as z.output<typeof list>);
    },
  );
}

const OPEN_FIELDS = {
  'unknown-kind': 'kind',
  'not-its-service': 'service',
  'no-place': 'area',
  'no-team': 'kind',
  'no-promise': 'kind',
};
const OPEN_WORDS: Readonly<Record<string, string>> = {
  'unknown-kind': 'The council has no such kind of incident.',
  'not-its-service': 'This kind of incident is not about that service.',
  'no-place': 'Say where: a round, or an area with streets, postcodes or wards.',
};

function openIncidents(plain: FastifyInstance, deps: Deps): void {
  const door = plain.withTypeProvider<ZodTypeProvider>();
  door.post('/incidents', { schema: { body: newIncident, response: { 201: opened, ...problems } } }, (request, reply) =>
    write(deps, request, reply, async (tx, actor) => {
      const { round: roundSlug, ...rest } = defined(request.body);
      const made = await openIncident(tx, deps.clock, actor, {
        ...rest,
        ...(roundSlug !== undefined && { roundSlug }),
      });
      if (!made.ok) throw refused(made.refusal, { detail: OPEN_WORDS[made.refusal], fields: OPEN_FIELDS });
      const promised = { what: made.promise.what.en, dueAt: made.promise.dueAt.toISOString() };
      return { status: 201, body: { id: made.incidentId, reference: made.reference, promise: promised } };
    }),
  );
}

function changeIncidents(plain: FastifyInstance, deps: Deps): void {
  const door = plain.withTypeProvider<ZodTypeProvider>();
  const { clock } = deps;

  door.post(
    '/incidents/:reference/members',
    { schema: { params: reference, body: member, response: { 201: id, 200: id, ...problems } } },
    (request, reply) =>
      write(deps, request, reply, async (tx, actor) => {
        const { case: named, ...who } = defined(request.body);
        await checkCustomer(tx, actor.councilId, who.customerId);
        const itsCase = named === undefined ? null : await caseNamed(tx, actor.councilId, named);
        const joining = { incident: request.params.reference, ...who, caseId: itsCase?.id ?? null };
        const joined = await joinIncident(tx, clock, actor, joining);
        if (!joined.ok) throw refused(joined.refusal);
        return { status: joined.isNew ? 201 : 200, body: { id: joined.memberId } };
      }),
  );

  door.post(
    '/incidents/:reference/endings',
    { schema: { params: reference, body: over, response: { 201: done, ...problems } } },
    (request, reply) =>
      write(deps, request, reply, async (tx, actor) => {
        const { ending, at } = request.body;
        const when = at === undefined ? {} : { endedAt: new Date(at) };
        const ended = await endIncident(tx, clock, actor, { incident: request.params.reference, ending, ...when });
        if (!ended.ok) throw refused(ended.refusal, { fields: { 'in-the-future': 'at' } });
        return { status: 201, body: { ok: true } };
      }),
  );
}
