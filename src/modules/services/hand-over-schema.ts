import { z } from 'zod';
import { reference } from '#modules/councils';
import { type Answers, meets, whenSchema } from './condition-schema.ts';

const entrySchema = z.union([
  reference('destination'),
  z.strictObject({ to: reference('destination'), when: whenSchema.optional() }),
]);

/** Where a case of the service goes once it is accepted: a destination, or one that only some answers call for. */
export const handOverSchema = z.array(entrySchema).default([]);
export type HandOverDefinition = z.output<typeof handOverSchema>;

/** The slugs of the destinations that these answers call for, each once, in the order in which the service lists them. */
export function destinationsFor(
  { handOver }: { handOver?: HandOverDefinition | undefined },
  answers: Answers,
): string[] {
  // A version that was kept before services could be handed over has no such list.
  const entries = (handOver ?? []).map((entry) => (typeof entry === 'string' ? { to: entry } : entry));
  const wanted = entries.filter((entry) => meets('when' in entry ? entry.when : undefined, answers));
  return [...new Set(wanted.map(({ to }) => to))];
}
