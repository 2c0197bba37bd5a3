import { z } from 'zod';
import { phoneSchema, reference, slugSchema, webSchema, wordsSchema } from '#modules/councils';

/**
 * Asked before anything is typed: an emergency, or a matter of another body. It never ends in nothing: there is a number,
 * a page or another service, and `mayGoOn` where the council also acts.
 */
export const diversionSchema = z
  .strictObject({
    id: slugSchema,
    urgency: z.enum(['emergency', 'other-body', 'other-service']),
    when: wordsSchema,
    tell: wordsSchema,
    phone: phoneSchema.optional(),
    link: z.strictObject({ text: wordsSchema, href: webSchema }).optional(),
    service: reference('service').optional(),
    contactPoint: reference('contact-point').optional(),
    partner: reference('partner').optional(),
    mayGoOn: z.boolean().default(false),
  })
  .refine(
    ({ phone, link, service, contactPoint, partner }) => [phone, link, service, contactPoint, partner].some(Boolean),
    'somewhere to go: a phone, link, service, contactPoint or partner',
  );
export type Diversion = z.output<typeof diversionSchema>;
