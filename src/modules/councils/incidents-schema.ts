import { z } from 'zod';
import { slugSchema } from './primitives.ts';
import { reference } from './references.ts';
import { wordsSchema } from './words.ts';

/** A kind of incident that holds many callers and addresses under one promise and one message. */
const incidentKindSchema = z.strictObject({
  slug: slugSchema,
  name: wordsSchema,
  services: z.array(reference('service')).min(1),
  team: reference('team'),
  standard: reference('standard'),
  scope: z.enum(['round', 'street', 'block', 'area']),
  say: wordsSchema,
});
export type IncidentKind = z.output<typeof incidentKindSchema>;

export const incidentsFileSchema = z.strictObject({ incidents: z.array(incidentKindSchema) });
