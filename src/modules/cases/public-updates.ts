import { sql } from 'kysely';
import type { Tx } from '#platform/db';
import { casePhotos } from './case-photos.ts';
import './tables.ts';

/** A step of a public report that others may show: a state, and words only where they were written for the public. */
export interface PublicUpdate {
  id: string;
  reference: string;
  step: 'begun' | 'moved' | 'reopened' | 'told' | 'shown' | 'ended';
  /** How the report had ended, where this step ends it or comes after its end. */
  ending: string | null;
  at: Date;
  text: string | null;
  /** A photo of the work, while it is cleared for everybody. */
  photoId: string | null;
}

interface Between {
  from: Date;
  to: Date;
  references?: readonly string[] | undefined;
  limit: number;
}

/** What has happened to public reports between two instants, oldest first. */
export async function publicUpdates(
  tx: Tx,
  councilId: string,
  { from, to, references, limit }: Between,
): Promise<PublicUpdate[]> {
  if (references?.length === 0) return [];
  let query = tx
    .selectFrom('case_entries as e')
    .innerJoin('cases as c', (join) => join.onRef('c.council_id', '=', 'e.council_id').onRef('c.id', '=', 'e.case_id'))
    .select(['e.id', 'c.reference', 'e.kind', 'e.at', 'e.audience', 'e.text', 'c.public_state'])
    .select(['c.id as caseId', 'e.data'])
    .select(sql<string | null>`e.data ->> 'ending'`.as('ending'))
    .where('e.council_id', '=', councilId)
    .where('e.at', '>=', from)
    .where('e.at', '<=', to)
    // The words of the partial index case_entries_steps.
    .where('e.kind', 'in', ['ended', 'reopened', 'moved', 'status', 'job'])
    .where((eb) => eb.or([eb('e.kind', '!=', 'job'), eb(sql`e.data ->> 'act'`, '=', 'job.accepted')]))
    .where((eb) => eb.or([eb('e.kind', '!=', 'status'), eb('e.audience', '=', 'public')]))
    .where('c.public_state', 'in', ['public', 'to-review']);
  if (references) query = query.where('c.reference', 'in', [...references]);
  const rows = await query.orderBy('e.at').orderBy('e.id').limit(limit).execute();
  const cleared = await clearedOf(tx, councilId, rows);
  return rows.map((row) => {
    const shown = shownIn(row.data);
    return {
      id: row.id,
      reference: row.reference,
      step: shown.length > 0 ? 'shown' : (STEPS[row.kind] ?? 'told'),
      ending: row.ending,
      at: row.at,
      text: row.audience === 'public' && row.public_state === 'public' ? row.text : null,
      photoId: shown.find((id) => cleared.has(id)) ?? null,
    };
  });
}

const STEPS: Readonly<Record<string, PublicUpdate['step']>> = {
  job: 'begun',
  moved: 'moved',
  reopened: 'reopened',
  status: 'told',
  ended: 'ended',
};

/** The photos that a step has shown, as `reviewPhotos` wrote it. */
function shownIn(data: unknown): string[] {
  if (typeof data !== 'object' || data === null || !('shown' in data) || !Array.isArray(data.shown)) return [];
  return data.shown.map(String);
}

interface Step {
  caseId: string;
  data: unknown;
  public_state: string;
}

/** Those that everybody may see still: a photo may be taken back, and a case may become private. */
async function clearedOf(tx: Tx, councilId: string, steps: readonly Step[]): Promise<ReadonlySet<string>> {
  const caseIds = steps
    .filter(({ data, public_state }) => public_state === 'public' && shownIn(data).length > 0)
    .map(({ caseId }) => caseId);
  const photos = await casePhotos(tx, councilId, [...new Set(caseIds)]);
  return new Set(photos.filter(({ isPublic }) => isPublic).map(({ id }) => id));
}
