import { z } from 'zod';
import { NATIONS } from './calendars-schema.ts';
import { colourSchema, emailSchema, phoneSchema, slugSchema, webSchema } from './primitives.ts';
import { settingsSchema } from './settings-schema.ts';
import { textSchema, wordsSchema } from './words.ts';

const HOST = /^[a-z0-9.-]+(:\d+)?$/;
const DISTRICT = /^[EWSN]\d{8}$/;

/** The colours that a council may set; every pair is held to 7:1 by the check. What is left out keeps Frontdoor's own. */
export const brandSchema = z.strictObject({
  /** Header and main button. */
  brand: colourSchema.optional(),
  /** The same, when it is pressed or pointed at. */
  brandHover: colourSchema.optional(),
  /** Words on both. */
  onBrand: colourSchema.optional(),
  link: colourSchema.optional(),
  visited: colourSchema.optional(),
  /** Behind public pages. */
  ground: colourSchema.optional(),
});
export type Brand = z.output<typeof brandSchema>;

/** Another council, to name when somebody gives one of its postcodes. */
const neighbourSchema = z.strictObject({
  district: z.string().regex(DISTRICT, 'a district code such as "E09000025"'),
  name: textSchema,
  site: webSchema,
});
export type Neighbour = z.output<typeof neighbourSchema>;

const zoneSchema = z
  .string()
  .refine((zone) => Intl.supportedValuesOf('timeZone').includes(zone), 'a time zone such as "Europe/London"');

/** `council.yaml`: who the council is. */
export const profileSchema = z.strictObject({
  slug: slugSchema,
  name: textSchema,
  shortName: textSchema,
  fictional: z.boolean().default(false),
  nation: z.enum(NATIONS),
  zone: zoneSchema,
  hosts: z.array(z.string().regex(HOST, 'a host name such as "estuary.example"')).default([]),
  phone: phoneSchema,
  email: emailSchema,
  website: webSchema,
  outOfHours: z.strictObject({ phone: phoneSchema, words: wordsSchema }),
  districts: z.array(z.string().regex(DISTRICT, 'a district code such as "E06000034"')).min(1),
  neighbours: z.array(neighbourSchema).default([]),
  topics: z.array(z.strictObject({ slug: slugSchema, name: wordsSchema, about: wordsSchema })).min(1),
  brand: brandSchema.default({}),
  settings: settingsSchema,
});
export type Profile = z.output<typeof profileSchema>;
export type Topic = Profile['topics'][number];
