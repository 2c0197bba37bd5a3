import { z } from 'zod';
import { reference } from '#modules/councils';
import { whenSchema } from '#modules/questions';

const entrySchema = z.union([
  reference('destination'),
  z.strictObject({ to: reference('destination'), when: whenSchema.optional() }),
]);

/** Where a case of the service goes once it is accepted: a destination, or one that only some answers call for. */
export const handOverSchema = z.array(entrySchema).default([]);
export type HandOverDefinition = z.output<typeof handOverSchema>;
