import { z } from 'zod';
import { phoneSchema, slugSchema } from './primitives.ts';
import { reference } from './references.ts';
import { textSchema, wordsSchema } from './words.ts';

/** A building that residents can go to. Its hours are a calendar, so the web, the phone and the desk say the same (C-33). */
export const siteSchema = z.strictObject({
  slug: slugSchema,
  name: wordsSchema,
  address: z.array(textSchema).min(1),
  postcode: textSchema,
  phone: phoneSchema.optional(),
  hours: reference('calendar'),
  access: wordsSchema.optional(),
  offers: wordsSchema,
});
export type Site = z.output<typeof siteSchema>;

export const sitesFileSchema = z.strictObject({ sites: z.array(siteSchema).min(1) });
