import { z } from 'zod';
import { CHANNELS, DIRECTIONS, HANDLINGS } from './channels.ts';
import { dateSchema, slugSchema, webSchema } from './primitives.ts';
import { textSchema, wordsSchema } from './words.ts';

/** Pence for one contact of this channel, direction and handling. Null: the source does not say, and nobody guesses (V-02). */
const priceSchema = z.strictObject({
  channel: z.enum(CHANNELS),
  direction: z.enum(DIRECTIONS),
  handling: z.enum(HANDLINGS),
  pence: z.int().min(0).nullable(),
  source: textSchema,
});
export type Price = z.output<typeof priceSchema>;

/** A dated set of unit costs. A pair that is not listed has no price, exactly as one listed with null. */
export const costSetSchema = z.strictObject({
  slug: slugSchema,
  name: wordsSchema,
  dated: dateSchema,
  source: textSchema,
  url: webSchema.optional(),
  prices: z.array(priceSchema).min(1),
});
export type CostSet = z.output<typeof costSetSchema>;

export const costsFileSchema = z.strictObject({ sets: z.array(costSetSchema).min(1) });
