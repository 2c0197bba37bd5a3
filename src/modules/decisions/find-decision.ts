import type { Selectable } from 'kysely';
import { z } from 'zod';
import type { Database, Tx } from '#platform/db';
import { prepared } from '#platform/prepared';
import './tables.ts';

export type DecisionRow = Selectable<Database['decisions']>;

const reasonsSchema = z.array(z.looseObject({ words: z.string(), basis: z.string().nullable() }));
const challengeSchema = z.looseObject({
  kind: z.enum(['tribunal', 'review', 'none']),
  words: z.string(),
  to: z.string().optional(),
  href: z.string().optional(),
  basis: z.string().optional(),
  standard: z.string().optional(),
});

export type GivenReason = z.output<typeof reasonsSchema>[number];
export type GivenChallenge = z.output<typeof challengeSchema>;

export const readReasons = (stored: unknown): GivenReason[] => reasonsSchema.parse(stored);
export const readChallenge = (stored: unknown): GivenChallenge | null =>
  stored === null ? null : challengeSchema.parse(stored);

/** All decisions of a case, oldest first. */
export function decisionRows(tx: Tx, { council_id, id }: WhichCase): Promise<DecisionRow[]> {
  return selectOfCase.all(tx, { council_id, id });
}

interface WhichCase {
  council_id: string;
  id: string;
}

const selectOfCase = prepared((tx, { council_id, id }: WhichCase) =>
  tx
    .selectFrom('decisions')
    .selectAll()
    .where('council_id', '=', council_id)
    .where('case_id', '=', id)
    .orderBy('number'),
);

/** The one that stands: made, no mere question, and not corrected since. */
export function standing(rows: readonly DecisionRow[]): DecisionRow | undefined {
  const made = rows.filter(({ state, result }) => state === 'made' && result !== 'more-needed');
  return made.find(({ id }) => !made.some(({ corrects }) => corrects === id));
}
