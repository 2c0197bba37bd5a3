import { sql } from 'kysely';
import type { Tx } from '#platform/db';

/** Ids of the files that stand in forms which are still kept. Some are ids of other things: nobody may miss a file for it. */
export async function filesInForms(tx: Tx, councilId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct (regexp_matches(answers::text, '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}', 'g'))[1] as id
    from drafts where council_id = ${councilId}`.execute(tx);
  return rows.map(({ id }) => id);
}
