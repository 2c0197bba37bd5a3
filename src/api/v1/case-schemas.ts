import { z } from 'zod';
import { ADDITIONS } from '#modules/cases';
import { CHANNELS, ENDINGS } from '#modules/councils';
import { instant, instantOrNull, paging } from './schemas.ts';

export const filters = z.strictObject({
  stage: z.enum(['open', 'waiting', 'ended']).optional(),
  service: z.string().max(100).optional(),
  team: z.string().max(100).optional(),
  updatedSince: instant.optional(),
  ...paging,
});

const listed = z.object({
  id: z.uuid(),
  reference: z.string(),
  service: z.string(),
  title: z.string(),
  team: z.string(),
  channel: z.string(),
  stage: z.string(),
  ending: z.string().nullable(),
  openedAt: instant,
  updatedAt: instant,
  endedAt: instantOrNull,
  nextDueAt: instantOrNull,
});
export const page = z.object({ items: z.array(listed), next: z.string().nullable() });

const promise = z.object({
  id: z.uuid(),
  kind: z.string(),
  what: z.object({ en: z.string() }),
  dueAt: instant,
  toldAt: instantOrNull,
  outcome: z.string().nullable(),
  isImported: z.boolean(),
});

export const whole = z.object({
  id: z.uuid(),
  reference: z.string(),
  title: z.string(),
  serviceSlug: z.string(),
  description: z.string(),
  channel: z.string(),
  place: z.string().nullable(),
  uprn: z.number().nullable(),
  lat: z.number().nullable(),
  lon: z.number().nullable(),
  stage: z.string(),
  ending: z.string().nullable(),
  openedAt: instant,
  endedAt: instantOrNull,
  nextDueAt: instantOrNull,
  team: z.string(),
  owner: z.string().nullable(),
  promises: z.array(promise),
});

export const costs = z.strictObject({ costSet: z.string().max(100).optional() });
export const journey = z.object({
  costSet: z.string(),
  lines: z.array(
    z.object({
      contactId: z.uuid(),
      at: instant,
      channel: z.string(),
      direction: z.string(),
      handled: z.string(),
      acts: z.array(z.string()),
      avoidableCause: z.string().nullable(),
      /** Null where the set has no price for it, which makes the total incomplete. */
      pence: z.int().nullable(),
      sharedWith: z.array(z.string()),
    }),
  ),
  total: z.object({ pence: z.int(), isComplete: z.boolean(), contacts: z.int(), avoidableContacts: z.int() }),
});

const party = z.strictObject({
  role: z.enum(['requester', 'subject', 'helper', 'landlord', 'councillor']).default('requester'),
  name: z.string().max(200).optional(),
  email: z.email().max(320).optional(),
  phone: z.string().max(50).optional(),
});

export const newCase = z.strictObject({
  service: z.string().min(1).max(100),
  channel: z.enum(CHANNELS).default('machine'),
  /** By the ids of the service's questions. */
  answers: z
    .record(z.string(), z.union([z.string().max(5_000), z.boolean(), z.array(z.string().max(200)).max(50)]))
    .default({}),
  place: z
    .strictObject({
      text: z.string().max(500).optional(),
      uprn: z.int().positive().optional(),
      house: z.string().max(100).optional(),
      postcode: z.string().max(10).optional(),
      lat: z.number().min(-90).max(90).optional(),
      lon: z.number().min(-180).max(180).optional(),
    })
    .optional(),
  description: z.string().max(5_000).optional(),
  customerId: z.uuid().optional(),
  parties: z.array(party).max(10).default([]),
  /** The other system's own id: the same one again is the same case. */
  sourceId: z.string().min(1).max(200).optional(),
});

export const opened = z.object({
  id: z.uuid(),
  reference: z.string(),
  team: z.string(),
  promises: z.array(z.object({ kind: z.string(), what: z.string(), dueAt: instant })),
});

export const entry = z.strictObject({
  kind: z.enum(ADDITIONS),
  text: z.string().min(1).max(5_000),
  fileIds: z.array(z.uuid()).max(10).default([]),
  sourceId: z.string().min(1).max(200).optional(),
});

export const ending = z.strictObject({
  ending: z.enum(ENDINGS),
  reason: z.string().min(1).max(2_000),
  challenge: z.string().max(2_000).optional(),
  passedTo: z.string().max(200).optional(),
  follows: z.string().max(50).optional(),
});

export const reopening = z.strictObject({ because: z.string().min(1).max(2_000) });
export const done = z.object({ ok: z.literal(true) });
