import { z } from 'zod';
import { textSchema } from './words.ts';

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
const COLOUR = /^#[0-9a-f]{6}$/;
const PHONE = /^(\+?\d[\d ]{2,16})$/;
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** A short name for an address or a file: small letters, digits and single hyphens (`missed-bin`). */
export const slugSchema = z.string().regex(SLUG, 'small letters, digits and hyphens, such as "missed-bin"');
/** A time of day on the 24-hour clock; `24:00` is not one, a whole day is `00:00` to `00:00`. */
export const timeSchema = z.string().regex(TIME, 'a time such as "09:30"');
export const dateSchema = z.iso.date('a date such as "2026-12-25"');
export const colourSchema = z.string().regex(COLOUR, 'a colour such as "#0b3c49" (six small hex digits)');
export const phoneSchema = z.string().regex(PHONE, 'a phone number in quotes, such as "0306 999 0100"');
export const emailSchema = z.string().regex(EMAIL, 'an email address such as "refuse@estuary.example"');
export const webSchema = z.url({ protocol: /^https$/, error: 'a web address that starts with https://' });
export const countSchema = z.int().min(1);

/**
 * Where a figure comes from, so that nobody prints an example as law. `own` is a target that this council set itself;
 * `example` is taken from another council's published strategy.
 */
export const sourceSchema = z.strictObject({
  kind: z.enum(['law', 'code', 'example', 'own']),
  text: textSchema,
  url: webSchema.optional(),
});
export type Source = z.output<typeof sourceSchema>;
