import type { Insertable } from 'kysely';
import type { Database, Tx } from '#platform/db';
import { newReference } from '#platform/ids';
import './tables.ts';

type CaseRow = Insertable<Database['cases']>;

/** 27 thousand million references: five clashes in a row are a fault, not bad luck. */
const MOST_TRIES = 5;

/** Insert a case under a reference that nobody has. Returns the reference. */
export async function insertCase(
  tx: Tx,
  row: Omit<CaseRow, 'reference'>,
  makeReference: () => string = newReference,
): Promise<string> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const inserted = await tx
      .insertInto('cases')
      .values({ ...row, reference: makeReference() })
      .onConflict((conflict) => conflict.columns(['council_id', 'reference']).doNothing())
      .returning('reference')
      .executeTakeFirst();
    if (inserted) return inserted.reference;
  }
  throw new Error(`${MOST_TRIES} references in a row were taken`);
}
