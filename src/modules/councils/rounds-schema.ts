import { z } from 'zod';
import { dateSchema, slugSchema, timeSchema } from './primitives.ts';
import { reference } from './references.ts';
import { wordsSchema } from './words.ts';

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

/** What is put out for collection. */
const containerSchema = z.strictObject({ slug: slugSchema, name: wordsSchema, holds: wordsSchema });
export type Container = z.output<typeof containerSchema>;

/** A round is one weekday and one set of containers; a household is on several. `first` is any one day that it runs. */
const roundSchema = z.strictObject({
  slug: slugSchema,
  name: wordsSchema,
  day: z.enum(WEEKDAYS),
  crew: reference('team'),
  outBy: timeSchema,
  /** When the crew is normally back; until then a missed bin is only "not yet". */
  usuallyDone: timeSchema,
  containers: z.array(reference('container')).min(1),
  everyWeeks: z.int().min(1).max(4).default(1),
  first: dateSchema,
});
export type Round = z.output<typeof roundSchema>;

export const roundsFileSchema = z.strictObject({
  containers: z.array(containerSchema).min(1),
  rounds: z.array(roundSchema).min(1),
});
