import { z } from 'zod';
import { slugSchema } from './primitives.ts';

/** The kinds of thing in a council's folder that something else in it can point to by slug. */
export const REFERENCE_KINDS = [
  'team',
  'partner',
  'person',
  'calendar',
  'site',
  'contact-point',
  'topic',
  'service',
  'standard',
  'template',
  'container',
  'skill',
  'cost-set',
  'destination',
] as const;
export type ReferenceKind = (typeof REFERENCE_KINDS)[number];

/** Which schemas are pointers, and to what. The folder check follows them, so no reference can be forgotten. */
export const references = z.registry<{ to: ReferenceKind }>();

/** A slug that must name an existing thing of the given kind in the same folder. */
export const reference = (to: ReferenceKind) => slugSchema.clone().register(references, { to });
