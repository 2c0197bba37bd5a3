import { z } from 'zod';
import { dateSchema, slugSchema, sourceSchema, wordsSchema } from '#modules/councils';

/** An amount from a day on, until the next one begins. */
const amountSchema = z
  .strictObject({ from: dateSchema, pence: z.int().min(0).optional(), number: z.int().optional() })
  .refine(({ pence, number }) => (pence === undefined) !== (number === undefined), 'either pence or a number');

/** A figure that rules use, such as a limit of savings: what it is, from which day, and where it comes from (V-20). */
export const figureSchema = z.strictObject({
  id: slugSchema,
  label: wordsSchema,
  amounts: z.array(amountSchema).min(1),
  source: sourceSchema,
});
export type Figure = z.output<typeof figureSchema>;

/** The amounts of a day, by the id of the figure; one that had not begun yet is left out, and rules that need it are undecided. */
export function figuresOn(
  figures: readonly Figure[],
  day: string,
): ReadonlyMap<string, { value: number; isMoney: boolean }> {
  return new Map(
    figures.flatMap(({ id, amounts }) => {
      const begun = amounts.filter(({ from }) => from <= day).sort((one, other) => (one.from < other.from ? 1 : -1));
      const [amount] = begun;
      return amount ? [[id, { value: amount.pence ?? amount.number ?? 0, isMoney: amount.pence !== undefined }]] : [];
    }),
  );
}
