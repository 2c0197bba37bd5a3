import { z } from 'zod';
import { CHANNELS } from './channels.ts';
import { slugSchema } from './primitives.ts';
import { reference } from './references.ts';
import { textSchema, wordsSchema } from './words.ts';

/**
 * One line, mailbox, page or counter through which people reach the council (C-22, C-25). `address` is what is dialled,
 * written to or opened; a counter names its site instead.
 */
export const contactPointSchema = z
  .strictObject({
    slug: slugSchema,
    channel: z.enum(CHANNELS),
    name: wordsSchema,
    address: textSchema.optional(),
    site: reference('site').optional(),
    team: reference('team'),
    hours: reference('calendar'),
    outOfHours: reference('contact-point').optional(),
    published: z.boolean().default(true),
    greeting: wordsSchema.optional(),
    /** What people call it about: its contacts begin with this reason, and the tools for it stand first. */
    about: z.enum(['account']).optional(),
  })
  .refine((point) => point.address !== undefined || point.site !== undefined, 'an address or a site');
export type ContactPoint = z.output<typeof contactPointSchema>;

export const contactPointsFileSchema = z.strictObject({ contactPoints: z.array(contactPointSchema).min(1) });
