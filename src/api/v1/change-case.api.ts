import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { agreeNewDate, assignCase, followCase, moveCase } from '#modules/cases';
import { type MachineActor, staffOfSlug } from '#modules/staff';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import type { Deps } from '#platform/deps';
import { HttpError } from '#platform/http/http-error';
import { caseNamed, checkCustomer, defined, refused } from './case-named.ts';
import { done } from './case-schemas.ts';
import { write } from './on-api.ts';
import { id, instant, problems, reference } from './schemas.ts';

/** What may change of a case by a policy; everything else is an entry of its own. */
const changes = z
  .strictObject({
    /** Short name of the one accountable officer; null gives it back to the team. */
    owner: z.string().min(1).max(100).nullish(),
    /** Slug of the service that it should have been. */
    service: z.string().min(1).max(100).optional(),
    /** Slug of the team, where it is not the service's own. */
    team: z.string().min(1).max(100).optional(),
    /** Why it moves, for staff. */
    why: z.string().max(2_000).default(''),
    /** Other dates, each before the promise is due: the customer is told by a message, or nothing moves. */
    newDates: z
      .array(
        z.strictObject({
          promise: z.uuid(),
          dueAt: instant,
          /** As the customer will read it. */
          why: z.string().min(1).max(2_000),
        }),
      )
      .max(10)
      .default([]),
  })
  .refine(
    ({ owner, service, team, newDates }) =>
      (owner ?? service ?? team) !== undefined || owner === null || newDates.length > 0,
    {
      message: 'Send owner, service, team or newDates',
    },
  );
type Changes = z.output<typeof changes>;

const follower = z
  .strictObject({
    customerId: z.uuid().optional(),
    name: z.string().max(200).optional(),
    email: z.email().max(320).optional(),
    phone: z.string().min(1).max(50).optional(),
  })
  .refine(({ customerId, email, phone }) => (customerId ?? email ?? phone) !== undefined, {
    message: 'Send customerId, email or phone, so that they can be told',
  });

/** A case changed as a whole or not at all, and followed. */
export function changeCaseApi(plain: FastifyInstance, deps: Deps): void {
  const door = plain.withTypeProvider<ZodTypeProvider>();
  const { clock } = deps;

  door.patch(
    '/cases/:reference',
    { schema: { params: reference, body: changes, response: { 200: done, ...problems } } },
    (request, reply) =>
      write(deps, request, reply, async (tx, actor) => {
        const { id: caseId, service_slug } = await caseNamed(tx, actor.councilId, request.params.reference);
        const change = { ...request.body, caseId, isOf: service_slug };
        await move(tx, clock, actor, change);
        await assign(tx, clock, actor, change);
        await setDates(tx, clock, actor, change);
        return { status: 200, body: { ok: true } };
      }),
  );

  door.post(
    '/cases/:reference/followers',
    { schema: { params: reference, body: follower, response: { 201: id, ...problems } } },
    (request, reply) =>
      write(deps, request, reply, async (tx, actor) => {
        await checkCustomer(tx, actor.councilId, request.body.customerId);
        const named = { case: request.params.reference, ...defined(request.body) };
        const result = await followCase(tx, clock, actor, named);
        if (!result.ok) throw refused(result.refusal);
        return { status: 201, body: { id: result.partyId } };
      }),
  );
}

type Change = Changes & { caseId: string; isOf: string };

const MOVE_FIELDS = { 'no-reason': 'why', 'unknown-service': 'service', 'no-team': 'team', same: 'service' };

async function move(tx: Tx, clock: Clock, actor: MachineActor, change: Change): Promise<void> {
  const { caseId, service, team, why, isOf } = change;
  if (service === undefined && team === undefined) return;
  const to = { case: caseId, service: service ?? isOf, why, ...(team !== undefined && { team }) };
  const moved = await moveCase(tx, clock, actor, to);
  if (!moved.ok) throw refused(moved.refusal, { fields: MOVE_FIELDS });
}

async function assign(tx: Tx, clock: Clock, actor: MachineActor, { caseId, owner }: Change): Promise<void> {
  if (owner === undefined) return;
  const person = owner === null ? null : await staffOfSlug(tx, actor.councilId, owner);
  if (person === undefined) throw new HttpError(400, 'Nobody of this short name works here.', 'owner');
  const assigned = await assignCase(tx, clock, actor, { case: caseId, ownerId: person?.id ?? null });
  if (!assigned.ok) throw refused(assigned.refusal, { fields: { 'no-such-person': 'owner' } });
}

const DATE_WORDS: Readonly<Record<string, string>> = {
  'not-later': 'The new date must be after the one that was promised.',
  'already-due': 'It is due already: what was promised cannot be moved any more.',
  'nobody-to-tell': 'Nobody can be told by a message, so the date stays. Agree it in a contact at the desk.',
};
const DATE_FIELDS = {
  'not-later': 'dueAt',
  'already-due': 'dueAt',
  decided: 'promise',
  paused: 'promise',
  'no-reason': 'why',
};

async function setDates(tx: Tx, clock: Clock, actor: MachineActor, { caseId, newDates }: Change): Promise<void> {
  for (const [index, { promise, dueAt, why }] of newDates.entries()) {
    const command = { case: caseId, promiseId: promise, newDueAt: new Date(dueAt), why };
    const agreed = await agreeNewDate(tx, clock, actor, command);
    if (agreed.ok) continue;
    const at = `newDates.${index}`;
    if (agreed.refusal === 'not-found') throw new HttpError(400, 'This case has no such promise.', `${at}.promise`);
    const fields = Object.fromEntries(Object.entries(DATE_FIELDS).map(([key, field]) => [key, `${at}.${field}`]));
    throw refused(agreed.refusal, { detail: DATE_WORDS[agreed.refusal], fields });
  }
}
