import { z } from 'zod';
import { dateSchema, reference } from '#modules/councils';

/**
 * A service that begins or ends on a day, as laws do. What was begun under it is finished under it; from the next day on
 * whoever asks for it is led to `replacedBy`, which takes its place.
 */
export const validSchema = z
  .strictObject({
    from: dateSchema.optional(),
    until: dateSchema.optional(),
    replacedBy: reference('service').optional(),
  })
  .default({});
export type Valid = z.output<typeof validSchema>;

/** Whether a service is offered on a day, both first and last day included. */
export function isOffered({ valid }: { valid: Valid }, day: string): boolean {
  return (valid.from ?? day) <= day && day <= (valid.until ?? day);
}
